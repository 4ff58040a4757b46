//! Tests in C#: xunit's `[Fact]` and `[Theory]`, whose rows are named by their source text.

use super::brackets::{closing, parts};
use super::conditions;
use super::mask::{Syntax, mask};
use super::test::{Test, line_of, with_unique_names};

/// The tests of a C# file as a compiler sees it that defines `symbols`.
#[must_use]
pub fn tests_in(text: &str, symbols: &[(&str, i64)]) -> Vec<Test> {
    let code = conditions::active(&mask(text, Syntax::CSharp), symbols);
    let mut reader = Reader { text, code: &code, at: 0, scopes: Vec::new(), tests: Vec::new() };
    reader.read();
    let mut tests = reader.tests;
    // Where two classes of a file have a method of the same name, both say which they are.
    let methods: Vec<_> = tests.iter().map(|found| (found.method.clone(), found.test.id.clone())).collect();
    for Found { method, arguments, test } in &mut tests {
        let ambiguous = methods.iter().any(|(other, id)| other == method && *id != test.id);
        let name = if ambiguous { test.id.clone() } else { method.clone() };
        test.name = arguments.as_ref().map_or(name.clone(), |arguments| format!("{name}({arguments})"));
    }
    with_unique_names(tests.into_iter().map(|found| found.test).collect())
}

struct Found {
    method: String,
    arguments: Option<String>,
    test: Test,
}

/// The owner of a pair of braces.
enum Scope {
    Namespace,
    Class(String),
    Other,
}

struct Reader<'a> {
    text: &'a str,
    code: &'a str,
    at: usize,
    scopes: Vec<Scope>,
    tests: Vec<Found>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        // What the next brace opens, and whether a member begins here.
        let mut opens = None;
        let mut begins = true;
        while let Some(byte) = self.code.as_bytes().get(self.at).copied() {
            let at_members = matches!(self.scopes.last(), None | Some(Scope::Namespace | Scope::Class(_)));
            let begun = std::mem::take(&mut begins);
            match byte {
                b'{' => {
                    self.scopes.push(opens.take().unwrap_or(Scope::Other));
                    begins = true;
                    self.at += 1;
                }
                b'}' | b';' => {
                    if byte == b'}' {
                        self.scopes.pop();
                    }
                    opens = None;
                    begins = true;
                    self.at += 1;
                }
                b'[' if begun && at_members => {
                    self.member();
                    begins = true;
                }
                _ if byte.is_ascii_whitespace() => {
                    begins = begun;
                    self.at += 1;
                }
                _ => match self.word() {
                    "" => self.at += self.code[self.at..].chars().next().map_or(1, char::len_utf8),
                    "namespace" => opens = Some(Scope::Namespace),
                    // `where T : class` and `record struct` do not name anything, or what follows does.
                    "class" | "struct" | "record" | "interface" if at_members => {
                        let before = self.at;
                        self.skip_space();
                        match self.word() {
                            "" | "struct" | "class" => self.at = before,
                            name => opens = Some(Scope::Class(name.to_owned())),
                        }
                    }
                    _ => {}
                },
            }
        }
    }

    /// The attributes before a member, and if it is a test, its name.
    fn member(&mut self) {
        let begin = self.at;
        let mut attributes = Vec::new();
        while self.code[self.at..].starts_with('[') {
            let end = closing(self.code, self.at);
            attributes.extend(parts(self.code, self.at + 1, end).into_iter().map(|(from, to)| self.attribute(from, to)));
            self.at = (end + 1).min(self.code.len());
            self.skip_space();
        }
        let is = |name: &str| attributes.iter().any(|(found, _)| *found == name);
        if !is("Fact") && !is("Theory") {
            return;
        }
        let Some((method, is_async_void)) = self.method() else { return };
        let class = self.scopes.iter().rev().find_map(|scope| match scope {
            Scope::Class(name) => Some(name.as_str()),
            Scope::Namespace | Scope::Other => None,
        });
        let line = line_of(self.text, begin);
        let id = format!("{}.{method}", class.unwrap_or_default());
        let rows: Vec<_> = attributes.iter().filter(|(name, _)| *name == "InlineData").map(|(_, arguments)| *arguments).collect();
        let known_when_running = is("MemberData") || is("ClassData");
        let defect = match () {
            () if is_async_void => Some("`async void` cannot be awaited: return a Task"),
            () if is("Theory") && rows.is_empty() && !known_when_running => Some("a theory without data runs nothing"),
            () if !is("Theory") && !rows.is_empty() => Some("a fact takes no data: make it a theory"),
            () => None,
        };
        let test = Test { defect: defect.map(str::to_owned), ..Test::new(&method, id, line) };
        if rows.is_empty() || known_when_running {
            return self.tests.push(Found { method, arguments: None, test });
        }
        for (row, arguments) in rows.into_iter().enumerate() {
            let arguments = arguments.split_whitespace().collect::<Vec<_>>().join(" ");
            self.tests.push(Found {
                method: method.clone(),
                arguments: Some(arguments),
                test: Test { row: Some(row), ..test.clone() },
            });
        }
    }

    /// An attribute's short name, and its arguments as they are written.
    fn attribute(&self, from: usize, to: usize) -> (&'a str, &'a str) {
        let code = &self.code[from..to];
        let open = code.find('(').unwrap_or(code.len());
        let name = code[..open].trim();
        let name = name.rsplit('.').next().unwrap_or(name);
        let name = name.strip_suffix("Attribute").unwrap_or(name);
        let arguments =
            if open == code.len() { "" } else { &self.text[from + open + 1..closing(self.code, from + open).min(to)] };
        (name, arguments.trim())
    }

    /// The name of the method that is declared here, and whether it is `async void`; the reader is then at its parameters.
    fn method(&mut self) -> Option<(String, bool)> {
        let rest = &self.code[self.at..];
        let mut from = 0;
        loop {
            let open = from + rest[from..].find(['(', ';', '{'])?;
            let before = rest[..open].trim_end();
            let before = if before.ends_with('>') { before[..before.find('<')?].trim_end() } else { before };
            let name = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            // A bracket without a name before it is a tuple, in the return type.
            if rest[open..].starts_with('(') && name.is_empty() {
                from = (closing(rest, open) + 1).min(rest.len());
                continue;
            }
            if !rest[open..].starts_with('(') {
                return None;
            }
            let words: Vec<_> = before.split_whitespace().collect();
            self.at += open;
            return Some((name.to_owned(), words.contains(&"async") && words.contains(&"void")));
        }
    }

    fn word(&mut self) -> &'a str {
        let rest = &self.code[self.at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn skip_space(&mut self) {
        self.at += self.code[self.at..].len() - self.code[self.at..].trim_start().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, symbols: &[(&str, i64)]) -> Vec<String> {
        tests_in(text, symbols).into_iter().map(|t| if t.defect.is_some() { format!("{}!", t.name) } else { t.name }).collect()
    }

    const FILE: &str = r#"
using Xunit;
namespace Tests;
// [Fact] public void Commented() {}
public class RecorderTests
{
    const string Text = "[Fact] public void In_a_string() {}";
    static readonly int[] Values = new[] { 1, 2 };
    int First => Values[0];

    [Fact]
    public void Keeps_points_in_order()
    {
        var x = Values[0]; if (x == 1) { x = Values[1]; }
    }

    [Fact] public async Task Is_awaited() => await Task.Delay(1);

    [Theory, InlineData(65u), InlineData(uint.MaxValue)]
    public void Refuses_a_limit(uint limit) => Assert.Throws<ErrorException>(() => new Recorder(limit));

    [Theory]
    [InlineData("a, b)", new[] { 1, 2 })]
    [InlineData(
        "c",
        null)]
    public void Rows_are_named_by_their_source(string s, int[] v) { }

#if UNITY
    [Fact] public void Only_on_mono() { }
#else
    [Xunit.FactAttribute] public void Only_on_dotnet() { }
#endif
}
"#;

    #[test]
    fn tests_are_what_the_compiler_will_see() {
        let common = [
            "Keeps_points_in_order",
            "Is_awaited",
            "Refuses_a_limit(65u)",
            "Refuses_a_limit(uint.MaxValue)",
            "Rows_are_named_by_their_source(\"a, b)\", new[] { 1, 2 })",
            "Rows_are_named_by_their_source(\"c\", null)",
        ];
        assert_eq!(names(FILE, &[("UNITY", 1)]), [&common[..], &["Only_on_mono"]].concat());
        assert_eq!(names(FILE, &[]), [&common[..], &["Only_on_dotnet"]].concat());
    }

    #[test]
    fn a_test_knows_its_class_row_and_line() {
        let found = tests_in(FILE, &[]);
        assert_eq!((found[0].id.as_str(), found[0].row, found[0].line), ("RecorderTests.Keeps_points_in_order", None, 11));
        assert_eq!((found[3].id.as_str(), found[3].row), ("RecorderTests.Refuses_a_limit", Some(1)));
    }

    #[test]
    fn methods_of_one_name_say_which_they_are() {
        let text =
            "class A { [Fact] void X() {} [Fact] void Y() {} } namespace N { class B { [Fact] (int, int)? X() => null; } }";
        assert_eq!(names(text, &[]), ["A.X", "Y", "B.X"]);
        assert_eq!(names("class A { [Theory, InlineData(1), InlineData(1)] void X(int i) {} }", &[]), ["X(1)", "X(1) #2"]);
    }

    #[test]
    fn generic_and_record_types_are_classes_too() {
        let text = "record struct R(int X); sealed class A<T> where T : class { [Fact] void X() {} class B { [Fact] void Y() {} } [Fact] void Z() {} }";
        assert_eq!(tests_in(text, &[]).into_iter().map(|t| t.id).collect::<Vec<_>>(), ["A.X", "B.Y", "A.Z"]);
    }

    #[test]
    fn what_would_never_run_is_found_as_a_defect() {
        let text = "class A { [Theory] void X(int i) {} [Fact, InlineData(1)] void Y() {} [Fact] public async void Z() {} [Theory, MemberData(\"D\")] void W(int i) {} }";
        assert_eq!(names(text, &[]), ["X!", "Y(1)!", "Z!", "W"]);
    }
}
