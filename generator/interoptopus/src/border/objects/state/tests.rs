use super::Borrowed::{Exclusively, Shared};
use super::*;

/// After these calls and lends of one free object.
fn after(shared: u32, lent: u32) -> State {
    State(shared * SHARED + lent * LENT)
}

#[test]
fn a_call_shares_the_object_or_excludes_all_others() {
    let shared = State::FREE.entered(Shared).unwrap();
    assert_eq!(shared.entered(Shared), Some(after(2, 0)));
    assert_eq!(shared.entered(Exclusively), None);
    let exclusive = State::FREE.entered(Exclusively).unwrap();
    assert_eq!((exclusive.entered(Shared), exclusive.entered(Exclusively)), (None, None));
    assert_eq!((shared.left(Shared), exclusive.left(Exclusively)), (State::FREE, State::FREE));
}

#[test]
fn there_is_nothing_to_release_before_the_lending_call_is_over() {
    for how in [Shared, Exclusively] {
        let running = State::FREE.entered(how).unwrap();
        assert_eq!(running.released(), None);
        assert_eq!(running.closed().released(), None);
        let lent = running.lent_by(how);
        assert_eq!(lent.entered(Exclusively), None);
        assert_eq!(lent.entered(Shared).is_some(), how == Shared, "a shared borrow excludes only exclusive calls");
        assert_eq!(lent.released(), Some(State::FREE));
        assert_eq!(State::FREE.released(), None);
    }
}

#[test]
fn what_an_earlier_call_has_lent_can_be_released_during_a_later_one() {
    let both = after(0, 1).entered(Shared).unwrap();
    assert_eq!(both.released(), Some(after(1, 0)));
    assert_eq!(after(1, 0).released(), None, "the later one's own call goes on");
}

#[test]
fn what_is_closed_is_over_when_nobody_is_left() {
    assert!(State::FREE.closed().is_over() && !State::FREE.is_over());
    for how in [Shared, Exclusively] {
        let closed = State::FREE.entered(how).unwrap().closed();
        assert!(!closed.is_over() && closed.left(how).is_over());
        let lent = closed.lent_by(how);
        assert!(!lent.is_over() && lent.released().unwrap().is_over());
        assert_eq!((lent.entered(Shared), State::FREE.closed().entered(how)), (None, None));
    }
}

#[test]
fn calls_and_lends_have_one_limit() {
    for (shared, lent) in [(MOST, 0), (0, MOST), (MOST - 7, 7)] {
        let full = after(shared, lent);
        assert_eq!((full.shared(), full.lent()), (shared, lent));
        assert_eq!(full.entered(Shared), None, "{shared} calls, {lent} lent");
        let before = if shared > 0 { full.left(Shared) } else { full.released().unwrap() };
        let again = before.entered(Shared).unwrap();
        assert_eq!(again.entered(Shared), None);
        assert_eq!(again.lent_by(Shared).shared() + again.lent_by(Shared).lent(), MOST);
    }
    let mut state = after(MOST, 0);
    for lent in 1..=MOST {
        state = state.lent_by(Shared);
        assert_eq!((state.shared(), state.lent(), state.is_closed(), state.is_exclusive()), (MOST - lent, lent, false, false));
    }
    for _ in 0..MOST {
        state = state.released().unwrap();
    }
    assert_eq!(state, State::FREE);
}

// ---- All interleavings ----

/// The changes of the object by one thread, each of them atomic.
#[derive(Clone, Copy, Debug)]
enum Step {
    Enter(Borrowed),
    /// Ends the call, if it was let in.
    Leave(Borrowed),
    /// Ends the call and lends, if it was let in.
    Lend(Borrowed),
    /// Ends the borrow, if there is one.
    Release,
    /// As a binding that has lost count: there may be nothing to release.
    StrayRelease,
    Close,
}

/// The truth, as told by the changes of each thread, and not by the word.
#[derive(Clone, Debug, Default)]
struct Truth {
    shared: u32,
    exclusive: bool,
    lent: u32,
    lent_exclusively: bool,
    closed: bool,
    freed: u32,
}

#[derive(Clone, Debug)]
struct World {
    state: State,
    truth: Truth,
    /// Of each thread, how far it is, and whether its call was let in, or its borrow is there.
    threads: Vec<(usize, bool)>,
}

impl World {
    fn take(&mut self, thread: usize, step: Step) {
        let (_, has) = self.threads[thread];
        let next = match step {
            Step::Enter(how) => self.state.entered(how),
            Step::Leave(how) => has.then(|| self.state.left(how)),
            Step::Lend(how) => has.then(|| self.state.lent_by(how)),
            Step::Release if !has => None,
            Step::Release | Step::StrayRelease => self.state.released(),
            Step::Close => Some(self.state.closed()),
        };
        self.threads[thread].0 += 1;
        let Some(next) = next else {
            if let Step::Release = step {
                assert!(!has || self.truth.lent == 0, "a borrow that was lent must be released: {self:?}");
            }
            return;
        };
        assert_eq!(self.truth.freed, 0, "nobody touches what is freed: {step:?} {self:?}");
        self.state = next;
        self.record(thread, step);
        if self.state.is_over() {
            self.truth.freed += 1;
        }
        self.check();
    }

    fn record(&mut self, thread: usize, step: Step) {
        let truth = &mut self.truth;
        match step {
            Step::Enter(Shared) => truth.shared += 1,
            Step::Enter(Exclusively) => truth.exclusive = true,
            Step::Leave(Shared) => truth.shared -= 1,
            Step::Leave(Exclusively) => truth.exclusive = false,
            Step::Lend(Shared) => (truth.shared, truth.lent) = (truth.shared - 1, truth.lent + 1),
            Step::Lend(Exclusively) => {
                (truth.exclusive, truth.lent, truth.lent_exclusively) = (false, truth.lent + 1, true);
            }
            Step::Release | Step::StrayRelease => (truth.lent, truth.lent_exclusively) = (truth.lent - 1, false),
            Step::Close => truth.closed = true,
        }
        self.threads[thread].1 = matches!(step, Step::Enter(_) | Step::Lend(_));
    }

    fn check(&self) {
        let Truth { shared, exclusive, lent, lent_exclusively, closed, freed } = self.truth;
        let exclusively = u32::from(exclusive) + u32::from(lent_exclusively);
        assert!(exclusively <= 1, "{self:?}");
        assert!(
            exclusively == 0 || shared == 0 && lent == u32::from(lent_exclusively),
            "nobody shares what is exclusive: {self:?}"
        );
        let nobody = shared + lent + exclusively == 0;
        assert_eq!(freed, u32::from(closed && nobody), "freed when it is closed and nobody has it, once: {self:?}");
        assert_eq!((self.state.shared(), self.state.lent()), (shared, lent), "{self:?}");
    }
}

/// Every order in which the threads can do what they do; how many there are.
fn explore(world: &World, scripts: &[&[Step]]) -> usize {
    let ready: Vec<_> = (0..scripts.len()).filter(|&t| world.threads[t].0 < scripts[t].len()).collect();
    let further = ready.iter().map(|&thread| {
        let mut next = world.clone();
        next.take(thread, scripts[thread][world.threads[thread].0]);
        explore(&next, scripts)
    });
    if ready.is_empty() { 1 } else { further.sum() }
}

#[test]
fn no_order_of_calls_lends_releases_and_closing_breaks_it() {
    use Step::*;
    let share: &[Step] = &[Enter(Shared), Leave(Shared)];
    let exclude: &[Step] = &[Enter(Exclusively), Leave(Exclusively)];
    let lend: &[Step] = &[Enter(Shared), Lend(Shared), Release];
    let lend_exclusively: &[Step] = &[Enter(Exclusively), Lend(Exclusively), Release];
    let (stray, close): (&[Step], &[Step]) = (&[StrayRelease], &[Close]);
    let mut orders = 0;
    for scripts in [
        [lend, lend_exclusively, exclude, close],
        [lend, lend, share, close],
        [lend_exclusively, lend_exclusively, share, close],
        [share, exclude, exclude, close],
        // A stray release ends a borrow of somebody's, if there is one, and never a call.
        [lend, stray, exclude, close],
        [lend_exclusively, stray, stray, share],
    ] {
        let world = World { state: State::FREE, truth: Truth::default(), threads: vec![(0, false); scripts.len()] };
        orders += explore(&world, &scripts);
    }
    assert!(orders > 10_000, "{orders}");
}
