//! Values that lead to memory of somebody else's: lent, handed over and handed to callbacks, in every place where they may stand. What a language
//! keeps of them has to be a copy, made before that memory changes.

use interoptopus::{ffi, ffi_function, ffi_service, ffi_type, inventory_part};

/// A name, and a number.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its name.
    pub name: ffi::Str<'a>,
    /// Its size.
    pub size: u32,
}

/// A struct that leads to memory in all ways.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Folder<'a> {
    /// Within it.
    pub head: Entry<'a>,
    /// Several.
    pub entries: ffi::Slice<'a, Entry<'a>>,
    /// Behind a reference.
    pub best: &'a Entry<'a>,
    /// Behind one that may be null.
    pub worst: Option<&'a Entry<'a>>,
    /// In an array.
    pub pair: [ffi::Str<'a>; 2],
    /// In an option.
    pub title: ffi::Option<ffi::Str<'a>>,
    /// Texts.
    pub words: ffi::Slice<'a, ffi::Str<'a>>,
    /// Numbers.
    pub numbers: ffi::Slice<'a, u16>,
    /// A number behind a reference that may be null.
    pub number: Option<&'a u64>,
    /// A choice.
    pub found: Found<'a>,
}

/// A choice of what leads to memory.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// Nothing.
    Nothing,
    /// A name.
    Name(ffi::Str<'a>),
    /// Several.
    Many {
        /// Which ones.
        entries: ffi::Slice<'a, Entry<'a>>,
        /// The number of entries that there were.
        count: u64,
    },
}

/// A name, and what may be behind it.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Chain<'a> {
    /// The name here.
    pub name: ffi::Str<'a>,
    /// The link behind it.
    pub next: Option<&'a Link<'a>>,
}

/// The link behind a name.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// Its name.
    pub name: ffi::Str<'a>,
    /// The last one.
    pub next: Option<&'a Entry<'a>>,
}

/// Only a name.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Title<'a>(pub ffi::Str<'a>);

/// Told a text.
#[ffi_type]
pub type Told = extern "C" fn(text: ffi::Str);

/// Shown an entry, what else there is, and several texts.
#[ffi_type]
pub type Shown = extern "C" fn(entry: Entry, found: Found, words: ffi::Slice<ffi::Str>, best: &Entry, none: ffi::Option<Entry>);

/// Why nothing is lent.
#[ffi_type(error)]
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no such name.
    Name = 1,
}

/// Names that can be changed, and so are somewhere else afterwards.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Cupboard {
    names: [String; 2],
    parts: Vec<ffi::Str<'static>>,
    entries: Vec<Entry<'static>>,
}

const WORDS: [&str; 3] = ["first", "", "dritter ✓"];

#[ffi_service]
impl Cupboard {
    /// With two long names.
    #[ffi_constructor]
    pub fn new() -> Self {
        let parts = WORDS.iter().map(|word| ffi::Str::from(*word)).collect();
        let entries = WORDS.iter().zip(1..).map(|(word, size)| Entry { name: (*word).into(), size }).collect();
        Cupboard { names: ["one".repeat(20), "zwö".repeat(20)], parts, entries }
    }

    /// One of the names.
    pub fn entry(&self, index: u32) -> Entry<'_> {
        Entry { name: self.names[index as usize].as_str().into(), size: index }
    }

    /// The same, unless there is none.
    pub fn entry_or_none(&self, index: u32) -> Option<Entry<'_>> {
        self.names.get(index as usize).map(|name| Entry { name: name.as_str().into(), size: index })
    }

    /// The same, or an error.
    ///
    /// # Errors
    /// [`Missing::Name`] if there is none.
    pub fn entry_or_error(&self, index: u32) -> Result<Entry<'_>, Missing> {
        self.entry_or_none(index).ok_or(Missing::Name)
    }

    /// The same as a choice.
    pub fn found(&self, index: u32) -> Found<'_> {
        self.names.get(index as usize).map_or(Found::Nothing, |name| Found::Name(name.as_str().into()))
    }

    /// Only the name.
    pub fn title(&self, index: u32) -> Title<'_> {
        Title(self.names[index as usize].as_str().into())
    }

    /// Texts.
    pub fn parts(&self) -> &[ffi::Str<'_>] {
        &self.parts
    }

    /// Structs.
    pub fn entries(&self) -> Option<&[Entry<'_>]> {
        Some(&self.entries[..]).filter(|entries| !entries.is_empty())
    }

    /// A struct behind a reference.
    pub fn first(&self) -> Option<&Entry<'_>> {
        self.entries.first()
    }

    /// All that there is, behind and beside each other.
    pub fn many(&self) -> Found<'_> {
        Found::Many { entries: self.entries[..].into(), count: 3 }
    }

    /// Shows what there is.
    pub fn show(&self, shown: Shown) {
        let entry = self.entry(0);
        shown(entry, self.many(), self.parts[..].into(), &self.entry(1), ffi::Option::NONE);
    }

    /// Overwrites all there is.
    pub fn reset(&mut self) {
        for name in &mut self.names {
            name.replace_range(.., &"#".repeat(name.len()));
            *name = String::new();
        }
        self.parts.iter_mut().for_each(|part| *part = "!".into());
        self.entries.iter_mut().for_each(|entry| *entry = Entry { name: "?".into(), size: 0 });
        (self.parts, self.entries) = (Vec::new(), Vec::new());
    }
}

/// Tells what is in a folder.
#[ffi_function]
pub fn borrowed_tell(folder: Folder, told: Told) {
    let Folder { head, entries, best, worst, pair, title, words, numbers, number, found } = folder;
    let entry = |e: &Entry| format!("{}:{}", e.name, e.size);
    let all = |entries: &[Entry]| entries.iter().map(entry).collect::<Vec<_>>().join(",");
    let texts = |texts: &[ffi::Str]| texts.iter().map(|text| text.to_string()).collect::<Vec<_>>().join(",");
    let found = match &found {
        Found::Nothing => "nothing".to_owned(),
        Found::Name(name) => name.to_string(),
        Found::Many { entries, count } => format!("{count} {}", all(entries)),
    };
    let title: Option<ffi::Str> = title.into();
    let parts = [
        entry(&head),
        all(&entries),
        entry(best),
        worst.map_or("-".to_owned(), entry),
        texts(&pair),
        title.map_or("-".to_owned(), |title| title.to_string()),
        texts(&words),
        numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(","),
        number.map_or("-".to_owned(), u64::to_string),
        found,
    ];
    told(parts.join("|").as_str().into());
}

/// Tells what is in each place of a parameter.
#[ffi_function]
pub fn borrowed_tell_all(
    entry: ffi::Option<Entry>,
    words: &[ffi::Str],
    entries: &[Entry],
    one: &Entry,
    other: Option<&Entry>,
    title: Title,
    told: Told,
) {
    let entry: Option<Entry> = entry.into();
    let entry = entry.map_or("-".to_owned(), |e| format!("{}:{}", e.name, e.size));
    let words: Vec<_> = words.iter().map(|word| word.to_string()).collect();
    let entries: Vec<_> = entries.iter().map(|e| format!("{}:{}", e.name, e.size)).collect();
    let other = other.map_or("-".to_owned(), |e| e.name.to_string());
    let all = [entry, words.join(","), entries.join(","), one.name.to_string(), other, title.0.to_string()];
    told(all.join("|").as_str().into());
}

/// Tells the three names, or a dash for what is missing.
#[ffi_function]
pub fn borrowed_tell_chain(chain: &Chain, told: Told) {
    let last = chain.next.and_then(|link| link.next);
    let names = [chain.name.to_string(), chain.next.map_or("-".to_owned(), |link| link.name.to_string())];
    told(format!("{}>{}", names.join(">"), last.map_or("-".to_owned(), |last| last.name.to_string())).as_str().into());
}

/// The longer one.
#[ffi_function]
pub fn borrowed_longer<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() < b.len() { b } else { a }
}

/// The words of a text, each by itself.
#[ffi_function]
pub fn borrowed_halves(text: &str) -> Chain<'_> {
    Chain { name: text.split_once(' ').map_or(text, |(_, half)| half).into(), next: None }
}

/// The last of them.
#[ffi_function]
pub fn borrowed_tail(numbers: &[u16], from: u32) -> &[u16] {
    &numbers[from as usize..]
}

inventory_part!(
    part,
    [],
    [borrowed_tell, borrowed_tell_all, borrowed_tell_chain, borrowed_longer, borrowed_halves, borrowed_tail],
    [],
    [Cupboard]
);
