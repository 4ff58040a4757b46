//! Finds and runs dotnet, mono, C compilers and Python; knows nothing of bindings.
