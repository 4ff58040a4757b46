//! Tests as their files spell them.

/// A test as its file spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The name of its trial behind the file's name, such as `Refuses_a_limit(65u)`; unique in the file.
    pub name: String,
    /// The name that the running program has for it, such as `RecorderTests.Refuses_a_limit`.
    pub id: String,
    /// Which of a theory's rows it is; none if it has no rows or only running can know them.
    pub row: Option<usize>,
    /// The line that it begins in, from 1.
    pub line: usize,
    /// Why it can be no test, although it looks like one: its trial fails with this.
    pub defect: Option<String>,
}

impl Test {
    pub(super) fn new(name: impl Into<String>, id: impl Into<String>, line: usize) -> Self {
        Test { name: name.into(), id: id.into(), row: None, line, defect: None }
    }
}

/// Tests of one name would be one trial: each later one has its number added.
pub(super) fn with_unique_names(mut tests: Vec<Test>) -> Vec<Test> {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for test in &mut tests {
        let times = seen.entry(test.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            test.name = format!("{} #{times}", test.name);
        }
    }
    tests
}

/// The line of the byte at `at`, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
