//! Flat structs, which have no structs in them: their numbers in a row where C# finds their places by itself, else each with its place.

use crate::syntax::CsType;
use crate::types::layouts::PLATFORMS;
use interoptopus::model::{self, Inventory, Number, NumberKind, Type};

/// A struct without nesting.
#[derive(Clone, Debug)]
pub(crate) struct Flat {
    pub(crate) name: String,
    /// The type that it stands for.
    pub(crate) raw: CsType,
    pub(crate) form: Form,
}

impl Flat {
    pub(crate) fn new(raw: CsType, form: Form) -> Self {
        Flat { name: flat_name(&raw), raw, form }
    }
}

/// The name of what stands for `raw`.
fn flat_name(raw: &CsType) -> String {
    // A type of the users' may be called as a pattern of ours is without its `Ffi`.
    let own = match raw {
        CsType::Known(_) | CsType::Instantiation(_) => raw.to_string(),
        CsType::Named(path) if path.is_plain() && path.name().word().starts_with("Ffi") => raw.to_string(),
        _ => raw.word(),
    };
    format!("FfiFlat{own}")
}

/// The form of a struct that stands for a value that nests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One after the other, as C# places them on every platform. ABIs that count floats, such as AAPCS64, see them.
    Row { parts: Vec<RowPart>, size: Option<usize> },
    /// Each with its place, which is the same on every platform.
    Placed { numbers: Vec<(usize, &'static str)>, size: usize },
}

/// A part of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RowPart {
    One(&'static str),
    /// Numbers that overlap, each with its place within; the one that reaches furthest is the last.
    Overlapping(Vec<(usize, &'static str)>),
}

/// A number on each platform.
type Everywhere = [Number; PLATFORMS.len()];

/// The form of `ty`; none if its numbers are not in a row, and elsewhere on each platform.
pub(crate) fn of(inventory: &Inventory, ty: Type) -> Option<Form> {
    let sizes = PLATFORMS.map(|platform| model::extent_by_c(inventory, ty, platform).size);
    let numbers = numbers(inventory, ty);
    let row = in_row(&clusters(&numbers), sizes);
    let is_simple = |row: &Form| matches!(row, Form::Row { parts, .. } if parts.iter().all(|p| matches!(p, RowPart::One(_))));
    row.clone().filter(is_simple).or_else(|| placed(&numbers, sizes)).or(row)
}

/// Each number once, in the order in which they end: Mono takes the last one in a register for all that is used of it.
fn numbers(inventory: &Inventory, ty: Type) -> Vec<Everywhere> {
    let mut each = PLATFORMS.map(|platform| model::numbers_by_c(inventory, ty, platform).into_iter());
    let mut all = Vec::new();
    while let [Some(a), Some(b), Some(c)] = each.each_mut().map(Iterator::next) {
        all.push([a, b, c]);
    }
    let place = |[first, ..]: &Everywhere| (first.at + first.size, first.size, first.kind);
    all.sort_by_key(place);
    all.dedup();
    all
}

/// Those that overlap on the first platform together, one cluster after the other.
fn clusters(numbers: &[Everywhere]) -> Vec<Vec<Everywhere>> {
    let mut all: Vec<Vec<Everywhere>> = Vec::new();
    for number in numbers {
        let mut cluster = vec![*number];
        // As they are sorted by their ends, what overlaps this one is at the end of what there is.
        while let Some(last) = all.pop_if(|last| last.iter().any(|other| other[0].at + other[0].size > number[0].at)) {
            cluster.splice(0..0, last);
        }
        all.push(cluster);
    }
    all
}

/// `clusters` in a row, if C# finds the places of all.
fn in_row(clusters: &[Vec<Everywhere>], sizes: [usize; PLATFORMS.len()]) -> Option<Form> {
    let start = |cluster: &[Everywhere], on: usize| cluster.iter().map(|n| n[on].at).min().unwrap_or(0);
    let end = |cluster: &[Everywhere], on: usize| cluster.iter().map(|n| n[on].at + n[on].size).max().unwrap_or(0);
    let align = |cluster: &[Everywhere], on: usize| cluster.iter().map(|n| n[on].size).max().unwrap_or(1);
    let mut by_itself = [0; PLATFORMS.len()];
    for (on, whole) in by_itself.iter_mut().enumerate() {
        let mut behind = 0_usize;
        for cluster in clusters {
            let (at, align) = (start(cluster, on), align(cluster, on));
            let has_same_places = cluster.iter().all(|n| n[on].at - at == n[0].at - start(cluster, 0));
            if behind.next_multiple_of(align) != at || !has_same_places {
                return None;
            }
            behind = at + (end(cluster, on) - at).next_multiple_of(align);
        }
        *whole = behind.next_multiple_of(clusters.iter().map(|cluster| align(cluster, on)).max().unwrap_or(1));
    }
    let is_same = sizes.iter().all(|size| *size == sizes[0]);
    if by_itself != sizes && !is_same {
        return None;
    }
    let part = |cluster: &Vec<Everywhere>| match cluster[..] {
        [number] => RowPart::One(keyword(&number)),
        _ => RowPart::Overlapping(cluster.iter().map(|n| (n[0].at - start(cluster, 0), keyword(n))).collect()),
    };
    Some(Form::Row { parts: clusters.iter().map(part).collect(), size: (by_itself != sizes).then_some(sizes[0]) })
}

/// All with their places, if these are the same everywhere.
fn placed(numbers: &[Everywhere], sizes: [usize; PLATFORMS.len()]) -> Option<Form> {
    let is_same = |number: &Everywhere| number.iter().all(|n| n.at == number[0].at && n.size == number[0].size);
    let is_one = sizes.iter().all(|size| *size == sizes[0]) && numbers.iter().all(is_same);
    is_one.then(|| Form::Placed { numbers: numbers.iter().map(|n| (n[0].at, keyword(n))).collect(), size: sizes[0] })
}

fn keyword([Number { at: _, size, kind }, ..]: &Everywhere) -> &'static str {
    match (kind, size) {
        (NumberKind::Word, _) => "IntPtr",
        (NumberKind::Float, 4) => "float",
        (NumberKind::Float, _) => "double",
        (NumberKind::Integer, 1) => "byte",
        (NumberKind::Integer, 2) => "ushort",
        (NumberKind::Integer, 4) => "uint",
        (NumberKind::Integer, _) => "ulong",
    }
}

#[cfg(test)]
mod tests;
