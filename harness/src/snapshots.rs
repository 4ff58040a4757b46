//! Comparison with reviewed snapshots, by insta.

use crate::failure::Failure;
use similar::TextDiff;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;

/// Where snapshots are, and what insta should know of the suite.
#[derive(Clone, Debug)]
pub(crate) struct Snapshots {
    /// The package's root; they are in `snapshots/` there.
    pub(crate) root: PathBuf,
    /// The file and line that made the suite.
    pub(crate) source: (&'static str, u32),
    pub(crate) target: String,
}

/// The number of lines of a difference that a trial shows; the rest is for the review.
const SHOWN: usize = 100;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

impl Snapshots {
    /// Compares `text` with `snapshots/<language>/<file>.snap`, and does with a difference what insta is told to do with it.
    pub(crate) fn check(&self, language: &str, file: &str, text: &str) -> Result<(), Failure> {
        let path = self.root.join("snapshots").join(language).join(format!("{file}.snap"));
        // Insta takes no folder as part of a name.
        let (folder, name) = (path.parent().unwrap_or(&self.root), file.rsplit('/').next().unwrap_or(file));
        let before = path.is_file().then(|| insta::Snapshot::from_file(&path).ok()).flatten().map(|s| contents(&s));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.remove_snapshot_suffix();
        let (source, line) = self.source;
        let assert =
            || insta::_macro_support::assert_snapshot((name, text).into(), &self.root, name, &self.target, source, line, "");
        let asserted = quietly(|| settings.bind(assert));
        match asserted {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(Failure::new(format!("could not compare with {}: {error}", path.display()))),
            None => Err(difference(&self.root, &path, before.as_deref(), text)),
        }
    }
}

fn contents(snapshot: &insta::Snapshot) -> String {
    match snapshot.contents() {
        insta::internals::SnapshotContents::Text(text) => text.to_string(),
        insta::internals::SnapshotContents::Binary(_) => String::new(),
    }
}

fn difference(root: &Path, path: &Path, before: Option<&str>, after: &str) -> Failure {
    let shown = path.strip_prefix(root).unwrap_or(path).display();
    let pending = path.with_extension("snap.new").is_file();
    let review = if pending { "review it by: cargo insta review" } else { "accept it by: INSTA_UPDATE=always cargo test" };
    let Some(before) = before else {
        return Failure::new(format!("{shown} is not there yet\n{review}"));
    };
    let diff = TextDiff::from_lines(before.trim_end(), after.trim_end());
    let diff = diff.unified_diff().context_radius(3).header("reviewed", "emitted").to_string();
    let lines: Vec<_> = diff.lines().collect();
    let left_out = match lines.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("[… {more} lines left out …]\n"),
    };
    let diff = lines[..lines.len().min(SHOWN)].join("\n");
    Failure::new(format!("{shown} is not what is emitted now\n{diff}\n{left_out}{review}"))
}

/// Insta says by a panic that a snapshot differs; what it would print then, the trial says.
fn quietly<T>(body: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                before(panic);
            }
        }));
    });
    QUIET.set(true);
    let result = catch_unwind(AssertUnwindSafe(body)).ok();
    QUIET.set(false);
    result
}
