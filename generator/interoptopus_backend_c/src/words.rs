//! Names that are taken in C and C++: a table of words, each with whose it is.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that are looked up for every name of a library.
type Words = LazyLock<HashSet<&'static str>>;

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_ascii_whitespace().collect()
}

/// Keywords of C (up to C23) and C++ (up to C++20), and their alternative tokens.
static KEYWORDS: Words = Words::new(|| {
    set("\
    alignas alignof asm auto bool break case char const constexpr continue default do double else enum extern false float for goto \
    if inline int long nullptr register restrict return short signed sizeof static static_assert struct switch thread_local true \
    typedef typeof typeof_unqual union unsigned void volatile while \
    _Alignas _Alignof _Atomic _BitInt _Bool _Complex _Decimal128 _Decimal32 _Decimal64 _Generic _Imaginary _Noreturn \
    _Static_assert _Thread_local \
    and and_eq bitand bitor catch char16_t char32_t char8_t class co_await co_return co_yield compl concept const_cast consteval \
    constinit decltype delete dynamic_cast explicit export friend mutable namespace new noexcept not not_eq operator or or_eq \
    private protected public reinterpret_cast requires static_cast template this throw try typeid typename using virtual wchar_t \
    xor xor_eq")
});

/// Macros without parameters, and types, of the headers that a binding includes or that are seldom far, and of compilers
/// in their default modes: as a name of anything they would be replaced, or hide what the next declaration needs.
static MACROS_AND_TYPES: Words = Words::new(|| {
    set("\
    NULL NAN INFINITY HUGE_VAL EOF BUFSIZ FILE RAND_MAX EXIT_SUCCESS EXIT_FAILURE I errno stdin stdout stderr environ \
    offsetof assert complex imaginary noreturn \
    size_t ssize_t ptrdiff_t max_align_t nullptr_t intptr_t uintptr_t intmax_t uintmax_t \
    int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t \
    INT8_MIN INT16_MIN INT32_MIN INT64_MIN INT8_MAX INT16_MAX INT32_MAX INT64_MAX UINT8_MAX UINT16_MAX UINT32_MAX UINT64_MAX \
    INTPTR_MIN INTPTR_MAX UINTPTR_MAX INTMAX_MIN INTMAX_MAX UINTMAX_MAX SIZE_MAX PTRDIFF_MIN PTRDIFF_MAX WCHAR_MIN WCHAR_MAX \
    unix linux i386 far near small interface IN OUT OPTIONAL CONST VOID")
});

/// Functions and function-like macros of ISO C's library.
static STANDARD_LIBRARY: Words = Words::new(|| {
    set("\
    abort abs atexit at_quick_exit atof atoi atol atoll bsearch calloc div exit free getenv labs ldiv llabs lldiv malloc mblen \
    mbstowcs mbtowc qsort quick_exit rand realloc srand strtod strtof strtol strtold strtoll strtoul strtoull system wcstombs \
    wctomb aligned_alloc \
    clearerr fclose feof ferror fflush fgetc fgetpos fgets fopen fprintf fputc fputs fread freopen fscanf fseek fsetpos ftell \
    fwrite getc getchar gets perror printf putc putchar puts remove rename rewind scanf setbuf setvbuf snprintf sprintf sscanf \
    tmpfile tmpnam ungetc vfprintf vfscanf vprintf vscanf vsnprintf vsprintf vsscanf \
    memchr memcmp memcpy memmove memset strcat strchr strcmp strcoll strcpy strcspn strerror strlen strncat strncmp strncpy \
    strpbrk strrchr strspn strstr strtok strxfrm \
    isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper \
    asctime clock ctime difftime gmtime localtime mktime strftime time timespec_get \
    signal raise setjmp longjmp setlocale localeconv imaxabs imaxdiv strtoimax strtoumax wcstoimax wcstoumax \
    va_start va_arg va_end va_copy \
    btowc fgetwc fgetws fputwc fputws fwide fwprintf fwscanf getwc getwchar mbrlen mbrtowc mbsinit mbsrtowcs putwc putwchar \
    swprintf swscanf ungetwc vfwprintf vfwscanf vswprintf vswscanf vwprintf vwscanf wcrtomb wcscat wcschr wcscmp wcscoll wcscpy \
    wcscspn wcsftime wcslen wcsncat wcsncmp wcsncpy wcspbrk wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol wcstold \
    wcstoll wcstoul wcstoull wcsxfrm wctob wmemchr wmemcmp wmemcpy wmemmove wmemset wprintf wscanf \
    iswalnum iswalpha iswblank iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit \
    towctrans towlower towupper wctrans wctype \
    feclearexcept fegetenv fegetexceptflag fegetround feholdexcept feraiseexcept fesetenv fesetexceptflag fesetround \
    fetestexcept feupdateenv \
    fpclassify isfinite isinf isnan isnormal signbit isgreater isgreaterequal isless islessequal islessgreater isunordered \
    INT8_C INT16_C INT32_C INT64_C UINT8_C UINT16_C UINT32_C UINT64_C INTMAX_C UINTMAX_C")
});

/// Functions of `math.h` and `complex.h`, each of which is there with an `f` and an `l` at its end too.
static MATHS: Words = Words::new(|| {
    set("\
    acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 fabs fdim floor fma fmax fmin fmod \
    frexp hypot ilogb ldexp lgamma llrint llround log log10 log1p log2 logb lrint lround modf nan nearbyint nextafter nexttoward \
    pow remainder remquo rint round scalbln scalbn sin sinh sqrt tan tanh tgamma trunc \
    cabs cacos cacosh carg casin casinh catan catanh ccos ccosh cexp cimag clog conj cpow cproj creal csin csinh csqrt ctan ctanh \
    exp10 pow10 gamma drem significand finite scalb j0 j1 jn y0 y1 yn roundeven sincos")
});

/// What POSIX and compilers put into every process: an exported function of this name would take its place there, or clash with
/// what the compiler knows of it.
static SYSTEM: Words = Words::new(|| {
    set("\
    accept access alarm alloca basename bcmp bcopy bind bzero chdir chmod chown close closedir connect creat daemon dirname dlclose \
    dlerror dlopen dlsym dup dup2 execl execle execlp execv execve execvp faccessat fchmod fchown fcntl fdopen ffs ffsl ffsll fileno \
    flock fork fstat fsync ftruncate getcwd getdelim getegid geteuid getgid getgroups gethostname getline getlogin getopt getpgid \
    getpid getppid getrandom getsid getsockname getsockopt gettext gettimeofday getuid index ioctl isascii isatty kill lchown link \
    listen lockf lseek lstat madvise main memccpy mempcpy mkdir mkfifo mknod mkstemp mlock mmap mount mprotect msync munlock munmap \
    nanosleep nice open openat opendir pathconf pause pclose pipe poll popen pread pselect ptrace putenv pwrite random read readdir \
    readlink readv recv recvfrom recvmsg rindex rmdir sbrk brk seekdir select send sendfile sendmsg sendto setegid setenv seteuid setgid \
    setpgid setsid setsockopt setuid shutdown sigaction sigaddset sigemptyset sigfillset sigprocmask sleep socket socketpair splice \
    srandom stat stpcpy stpncpy strcasecmp strdup strncasecmp strndup strnlen strsep strsignal symlink sync sysconf tcgetattr \
    tcsetattr tee telldir toascii truncate ttyname umask umount uname unlink unsetenv usleep utime utimes vfork wait waitpid write \
    writev \
    asprintf backtrace clearenv clone closelog daylight dprintf err error errx fallocate fnmatch getauxval getpass getw \
    glob globfree htonl htons iconv memalign memmem mktemp ntohl ntohs openlog optarg opterr optind optopt prctl putw realpath reboot \
    regcomp regerror regexec regfree statfs swab syscall sysinfo syslog timegm times timezone tzname tzset valloc vasprintf warn warnx")
});

/// Whose name it is that an item cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Keyword,
    MacroOrType,
    StandardLibrary,
    System,
}

impl Taken {
    /// As a reason starts.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Taken::Keyword => "a keyword of C or C++",
            Taken::MacroOrType => "a type or macro of C's headers",
            Taken::StandardLibrary => "a function of C's standard library",
            Taken::System => "a function of the operating system's C library",
        }
    }
}

/// Who has `name`, if nothing can be called that: no type, field or parameter.
pub(crate) fn taken_everywhere(name: &str) -> Option<Taken> {
    if KEYWORDS.contains(name) {
        Some(Taken::Keyword)
    } else if MACROS_AND_TYPES.contains(name) {
        Some(Taken::MacroOrType)
    } else {
        None
    }
}

/// Who has `name`, if no function or type can be called that.
pub(crate) fn taken_globally(name: &str) -> Option<Taken> {
    let maths = |name: &str| MATHS.contains(name);
    taken_everywhere(name).or_else(|| {
        if STANDARD_LIBRARY.contains(name) || maths(name) || name.strip_suffix(['f', 'l']).is_some_and(maths) {
            Some(Taken::StandardLibrary)
        } else if SYSTEM.contains(name) {
            Some(Taken::System)
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_belongs_to_somebody() {
        for (name, expected) in [
            ("int", Some(Taken::Keyword)),
            ("new", Some(Taken::Keyword)),
            ("xor_eq", Some(Taken::Keyword)),
            ("uint32_t", Some(Taken::MacroOrType)),
            ("linux", Some(Taken::MacroOrType)),
            ("exit", Some(Taken::StandardLibrary)),
            ("log", Some(Taken::StandardLibrary)),
            ("fabsf", Some(Taken::StandardLibrary)),
            ("atan2l", Some(Taken::StandardLibrary)),
            ("write", Some(Taken::System)),
            ("logs", None),
            ("dot", None),
        ] {
            assert_eq!(taken_globally(name), expected, "{name}");
        }
    }

    #[test]
    fn a_field_may_be_called_as_a_function_is() {
        assert_eq!(["log", "read", "index", "signal"].map(taken_everywhere), [None; 4]);
        assert_eq!(taken_everywhere("bool"), Some(Taken::Keyword));
    }

    #[test]
    fn no_word_is_in_two_lists() {
        let mut all: Vec<_> =
            [&KEYWORDS, &MACROS_AND_TYPES, &STANDARD_LIBRARY, &MATHS, &SYSTEM].iter().flat_map(|words| words.iter()).collect();
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}
