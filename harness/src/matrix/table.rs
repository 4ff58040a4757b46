//! The support matrix as a page of Markdown.

use super::cell::Cell;
use crate::language::Column;
use interoptopus::{Refusal, Writer};
use std::collections::{BTreeMap, BTreeSet};

/// A column and its cells, by construct.
type Columns<'a> = [(&'a Column, &'a BTreeMap<String, Cell>)];

pub(super) fn page(library: &str, constructs: &BTreeSet<String>, columns: &Columns<'_>) -> String {
    let mut w = Writer::new("  ");
    w.line(format!("# What each language has of `{library}`"));
    w.blank();
    w.line("A row is a module of the library. A cell names a foreign test that proves it on each toolchain of the column, or says that it is refused.");
    w.blank();
    let head = columns.iter().map(|(column, _)| format!("{} ({})", column.title, column.toolchains.join(", ")));
    row(&mut w, ["construct".to_owned()].into_iter().chain(head));
    row(&mut w, std::iter::repeat_n("---".to_owned(), columns.len() + 1));
    for construct in constructs {
        let cells = columns.iter().map(|(_, cells)| cells.get(construct).map_or_else(String::new, shown));
        row(&mut w, [construct.clone()].into_iter().chain(cells));
    }
    let left_out = |construct| columns.iter().filter_map(move |(column, cells)| Some((column, refusals(cells.get(construct)?)?)));
    if constructs.iter().any(|construct| left_out(construct).next().is_some()) {
        w.blank();
        w.line("## What is refused");
    }
    for construct in constructs {
        for (column, refusals) in left_out(construct) {
            w.blank();
            w.line(format!("### {construct} in {}", column.title));
            w.blank();
            // All of one item stand together.
            for all in refusals.chunk_by(|a, b| a.item == b.item) {
                let reasons: Vec<_> = all.iter().map(|refusal| refusal.reason.as_str()).collect();
                w.line(format!("- `{}`: {}", all[0].item, reasons.join("; ")));
            }
        }
    }
    w.finish()
}

fn row(w: &mut Writer, cells: impl Iterator<Item = String>) {
    let cells: Vec<_> = cells.map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
    w.line(format!("| {} |", cells.join(" | ")));
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Supported { test, more, except } => {
            let more = if *more == 0 { String::new() } else { format!(" and {more} more") };
            let except = if except.is_empty() { "" } else { "; refused in part" };
            format!("`{test}`{more}{except}")
        }
        Cell::Refused(_) => "refused".to_owned(),
        Cell::Empty(reason) => format!("**nothing**: {reason}"),
    }
}

fn refusals(cell: &Cell) -> Option<&[Refusal]> {
    match cell {
        Cell::Supported { except: refusals, .. } | Cell::Refused(refusals) => {
            Some(refusals).filter(|r| !r.is_empty()).map(Vec::as_slice)
        }
        Cell::Empty(_) => None,
    }
}
