//! The names of instances of generic types: `PairU8F32` of `Pair<u8, f32>`. Plain loops, because every library compiles them.

/// The name in other languages and the path in messages of the type that is `rust` in Rust, which without arguments are `name` and `path`.
pub(crate) fn instance(rust: &str, name: String, path: String) -> (String, String) {
    let letters: Vec<char> = rust.chars().collect();
    let mut instance = Instance { name, path };
    if let Some(start) = opens(&letters) {
        instance.path.push('<');
        instance.add_arguments(&letters[start..]);
    }
    (instance.name, instance.path)
}

/// The index at which the arguments at the end begin.
fn opens(letters: &[char]) -> Option<usize> {
    let (mut at, mut depth) = (letters.len(), 0_usize);
    while at > 0 {
        at -= 1;
        let is_character = at > 0 && letters[at - 1] == '\'' && letters.get(at + 1) == Some(&'\'');
        match letters[at] {
            _ if is_character => {}
            // Not that of an arrow.
            '>' if at == 0 || letters[at - 1] != '-' => depth += 1,
            '<' if depth == 1 => return Some(at + 1),
            '<' => depth -= 1,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

struct Instance {
    name: String,
    path: String,
}

impl Instance {
    /// Adds what is left up to the last `>`: paths by their last word, and no lifetimes.
    fn add_arguments(&mut self, letters: &[char]) {
        let mut at = 0;
        while at < letters.len() {
            let letter = letters[at];
            if is_word(letter) {
                let end = word_end(letters, at);
                if letters.get(end) == Some(&':') {
                    at = end + 2;
                    continue;
                }
                let word: String = letters[at..end].iter().collect();
                self.path.push_str(&word);
                if word != "const" {
                    self.add_word(&word);
                }
                at = end;
                continue;
            }
            if letter == '\'' {
                at = self.add_quoted(letters, at + 1);
                continue;
            }
            match letter {
                '&' => self.add_word("Ref"),
                '*' => self.add_word("Ptr"),
                ';' => self.add_word("Array"),
                '-' if letters.get(at + 1) != Some(&'>') => self.add_word("Minus"),
                _ => {}
            }
            if letter == '>' && self.path.ends_with('<') {
                self.path.pop();
            } else {
                self.path.push(letter);
            }
            at += 1;
        }
    }

    /// Adds the character that begins at `at`, a letter as it is and anything else by its number; or passes over the lifetime. Returns where it ends.
    fn add_quoted(&mut self, letters: &[char], at: usize) -> usize {
        let content = if letters[at] == '\\' { 2 } else { 1 };
        let mut end = at + content;
        while content == 2 && letters.get(end).is_some_and(|letter| *letter != '\'') {
            end += 1;
        }
        if letters.get(end) != Some(&'\'') {
            end = word_end(letters, at);
            let is_followed = letters.get(end) == Some(&',') && letters.get(end + 1) == Some(&' ');
            return if is_followed { end + 2 } else { end };
        }
        for letter in &letters[at..end] {
            self.path.push(*letter);
            if letter.is_alphanumeric() {
                self.add_word(&letter.to_string());
            } else {
                self.add_word(&format!("U{:X}", u32::from(*letter)));
            }
        }
        end + 1
    }

    /// Adds a word to the name: with a capital where it begins, and behind each `_`.
    fn add_word(&mut self, word: &str) {
        let mut begins = true;
        if self.name.ends_with(|last: char| last.is_ascii_digit()) && word.starts_with(|first: char| first.is_ascii_digit()) {
            self.name.push('x');
        }
        for letter in word.chars() {
            match letter {
                '_' => begins = true,
                _ if begins => {
                    self.name.extend(letter.to_uppercase());
                    begins = false;
                }
                _ => self.name.push(letter),
            }
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn word_end(letters: &[char], mut at: usize) -> usize {
    while letters.get(at).is_some_and(|letter| is_word(*letter)) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use std::any::type_name;
    use std::marker::PhantomData;

    fn instance_name<T>(base: &str) -> String {
        super::instance(type_name::<T>(), base.to_owned(), String::new()).0
    }

    fn instance_path<T>(base: &str) -> String {
        super::instance(type_name::<T>(), String::new(), base.to_owned()).1
    }

    struct Of<T>(PhantomData<T>);
    struct Two<A, B>(PhantomData<(A, B)>);
    struct Sized<const N: usize>;
    struct Grid<const W: usize, const H: usize>;
    struct Odd<const F: bool, const C: char, const I: i8>;
    struct Held<'a, T>(PhantomData<&'a T>);
    struct Plain;
    struct Borrowed<'a>(PhantomData<&'a u8>);

    #[test]
    fn each_argument_is_in_the_name() {
        assert_eq!(instance_name::<Two<u8, f32>>("Pair"), "PairU8F32");
        assert_eq!(instance_name::<Two<Of<bool>, [u8; 4]>>("Pair"), "PairOfBoolU8Array4");
        assert_eq!(instance_name::<Sized<4>>("Buffer"), "Buffer4");
        assert_eq!(instance_name::<Sized<4>>("Vec2"), "Vec2x4");
        assert_eq!(instance_name::<Grid<3, 14>>("Grid"), "Grid3x14");
        assert_eq!(instance_name::<Odd<true, 'x', -3>>("Odd"), "OddTrueXMinus3");
        assert_eq!(instance_name::<Odd<false, ',', 3>>("Odd"), "OddFalseU2C3");
        assert_eq!(instance_name::<Odd<false, '>', 3>>("Odd"), "OddFalseU3E3");
        assert_eq!(instance_name::<Odd<false, '\'', 3>>("Odd"), "OddFalseU5CU27x3");
        assert_eq!(instance_name::<Of<*mut Plain>>("Of"), "OfPtrMutPlain");
        assert_eq!(instance_name::<Of<*const Of<&Plain>>>("Of"), "OfPtrOfRefPlain");
    }

    #[test]
    fn lifetimes_are_not() {
        assert_eq!(instance_name::<Borrowed<'_>>("Borrowed"), "Borrowed");
        assert_eq!(instance_path::<Borrowed<'_>>("lib::Borrowed"), "lib::Borrowed");
        assert_eq!(instance_name::<Held<'_, Borrowed<'_>>>("Held"), "HeldBorrowed");
        assert_eq!(instance_path::<Held<'_, Two<Borrowed<'_>, u8>>>("lib::Held"), "lib::Held<Two<Borrowed, u8>>");
    }

    #[test]
    fn paths_are_short_but_for_their_own() {
        assert_eq!(instance_path::<Plain>("lib::Plain"), "lib::Plain");
        assert_eq!(instance_path::<Two<u8, [Plain; 2]>>("lib::shapes::Pair"), "lib::shapes::Pair<u8, [Plain; 2]>");
        assert_eq!(instance_path::<Of<extern "C" fn(u8) -> u16>>("lib::Of"), "lib::Of<extern \"C\" fn(u8) -> u16>");
    }
}
