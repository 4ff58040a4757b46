//! The names of instances of generic types: `PairU8F32` of `Pair<u8, f32>`.

use std::any::type_name;

/// The name of `T` in other languages, of a type that is called `base` there.
pub(super) fn instance_name<T: ?Sized>(base: &str) -> String {
    arguments(&without_characters(type_name::<T>())).iter().fold(base.to_owned(), |mut name, argument| {
        for word in words(argument) {
            if name.ends_with(|last: char| last.is_ascii_digit()) && word.starts_with(|first: char| first.is_ascii_digit()) {
                name.push('x');
            }
            name.push_str(&word);
        }
        name
    })
}

/// The path of `T` in messages, of a type at `base`.
pub(super) fn instance_path<T: ?Sized>(base: &str) -> String {
    match arguments(&without_characters(type_name::<T>())) {
        arguments if arguments.is_empty() => base.to_owned(),
        arguments => format!("{base}<{}>", arguments.join(", ")),
    }
}

/// What stands between the last `<` and `>` of a type's name: each argument without modules, but no lifetimes.
fn arguments(name: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut before = ' ';
    let opens = name.strip_suffix('>').and_then(|inside| {
        inside.char_indices().rev().find(|&(at, letter)| {
            match letter {
                // Not that of an arrow.
                '>' if !inside[..at].ends_with('-') => depth += 1,
                '<' if depth > 0 => depth -= 1,
                '<' => return true,
                _ => {}
            }
            false
        })
    });
    let Some((opens, _)) = opens else { return Vec::new() };
    let mut parts = vec![String::new()];
    for letter in name[opens + 1..name.len() - 1].chars() {
        match letter {
            '<' | '[' | '(' => depth += 1,
            '>' if before == '-' => {}
            '>' | ']' | ')' => depth -= 1,
            _ => {}
        }
        before = letter;
        match parts.last_mut() {
            Some(part) if letter != ',' || depth > 0 => part.push(letter),
            _ => parts.push(String::new()),
        }
    }
    let lasts = parts.iter().map(|part| without_modules(part.trim()));
    lasts.filter(|part| !part.starts_with('\'')).collect()
}

/// The type with each character that is an argument as a word: a letter as it is, anything else by its number.
fn without_characters(ty: &str) -> String {
    let mut words = String::new();
    let mut rest = ty;
    while let Some(quote) = rest.find('\'') {
        let (before, after) = (&rest[..quote], &rest[quote + 1..]);
        words.push_str(before);
        let escaped = after.strip_prefix('\\').and_then(|escaped| escaped.get(1..)?.find('\'').map(|at| at + 2));
        let end = escaped.or_else(|| after.chars().next().map(char::len_utf8)).filter(|end| after[*end..].starts_with('\''));
        match end {
            Some(end) => {
                let character = &after[..end];
                let is_letter = character.chars().all(char::is_alphanumeric);
                let number = || character.chars().map(|part| format!("U{:X}", u32::from(part))).collect();
                words.push_str(&if is_letter { character.to_owned() } else { number() });
                rest = &after[end + 1..];
            }
            None => {
                words.push('\'');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    words
}

/// The type with each path as its last name, and without hidden lifetimes.
fn without_modules(ty: &str) -> String {
    let mut short = String::new();
    for piece in ty.split_inclusive(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':')) {
        let start = piece.rfind("::").map_or(0, |at| at + 2);
        short.push_str(&piece[start..]);
    }
    short.replace("<'_>", "").replace("'_, ", "")
}

/// The words of a type, each as a part of an identifier.
fn words(ty: &str) -> Vec<String> {
    let mut words = Vec::new();
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut rest = ty;
    while let Some(first) = rest.chars().next() {
        let end = if is_word(first) { rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, after) = rest.split_at(end);
        rest = after;
        match word {
            "mut" => words.push("Mut".to_owned()),
            "const" => {}
            "&" => words.push("Ref".to_owned()),
            "*" => words.push("Ptr".to_owned()),
            ";" => words.push("Array".to_owned()),
            "-" if !after.starts_with('>') => words.push("Minus".to_owned()),
            _ if is_word(first) => words.push(pascal(word)),
            _ => {}
        }
    }
    words
}

fn pascal(word: &str) -> String {
    word.split('_')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{instance_name, instance_path};
    use std::marker::PhantomData;

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
