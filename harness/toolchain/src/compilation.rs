//! The common parts of compilations: sources, a compiler's process, and a refusal that can be taken for an error.

/// The methods of a build with the fields `sources` and `job`, and a method `run`.
macro_rules! compilation {
    ($build:ident) => {
        impl $build {
            /// Adds a source file.
            #[must_use]
            pub fn source(mut self, path: impl Into<std::path::PathBuf>) -> Self {
                self.sources.push(path.into());
                self
            }

            /// Adds source files.
            #[must_use]
            pub fn sources<P: Into<std::path::PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
                self.sources.extend(paths.into_iter().map(Into::into));
                self
            }

            /// Sets what else there is to set about the compiler's process: its directory, environment and deadline.
            #[must_use]
            pub fn with_job(mut self, change: impl FnOnce($crate::job::Job) -> $crate::job::Job) -> Self {
                self.job = change(self.job);
                self
            }

            /// Compiles, and takes a refusal for an error.
            ///
            /// # Errors
            /// If the compiler cannot be run, or refuses the sources.
            pub fn check(&self) -> Result<$crate::outcome::Built, $crate::error::Error> {
                self.run()?.check()
            }
        }
    };
}

pub(crate) use compilation;
