// The part of xunit that foreign tests use, for compilers from C# 7 on and every runtime: nothing is downloaded for it.
// A file of tests that keeps to it works with xunit itself, too.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Tasks;

namespace Xunit
{
    /// <summary>A test. It has a file and a line, so that the harness knows where it is written.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public class FactAttribute : Attribute
    {
        public FactAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        {
            File = file;
            Line = line;
        }

        internal string File { get; private set; }

        internal int Line { get; private set; }
    }

    /// <summary>A test with parameters, which runs once for each row of data.</summary>
    public sealed class TheoryAttribute : FactAttribute
    {
        public TheoryAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : base(file, line) { }
    }

    /// <summary>A row of data of a theory.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class InlineDataAttribute : Attribute
    {
        public InlineDataAttribute(params object[] data) { Data = data ?? new object[] { null }; }

        internal object[] Data { get; private set; }
    }

    /// <summary>Rows of data that a static member has: an enumeration of <c>object[]</c>.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class MemberDataAttribute : Attribute
    {
        public MemberDataAttribute(string member) { Member = member; }

        internal string Member { get; private set; }
    }

    namespace Sdk
    {
        /// <summary>An assertion does not hold.</summary>
        public class XunitException : Exception
        {
            public XunitException(string what) : base(what) { What = what; }

            internal XunitException(string what, string expected, string actual) : base(what + ": expected " + expected + ", actual " + actual)
            {
                What = what;
                Expected = expected;
                Actual = actual;
            }

            internal string What { get; private set; }

            internal string Expected { get; private set; }

            internal string Actual { get; private set; }
        }
    }

    /// <summary>Assertions. None is inlined, so that stack traces say where they stand.</summary>
    public static class Assert
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void True(bool condition, string message = null)
        {
            if (!condition) throw Unless("Assert.True", message, "true", "false");
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void False(bool condition, string message = null)
        {
            if (condition) throw Unless("Assert.False", message, "false", "true");
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Fail(string message) => throw new Sdk.XunitException("Assert.Fail: " + message);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal<T>(T expected, T actual)
        {
            if (!Alike(expected, actual)) throw Differ("Assert.Equal", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual)
        {
            if (!Alike(expected, actual)) throw Differ("Assert.Equal", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal<T>(T expected, T actual, IEqualityComparer<T> comparer)
        {
            if (!comparer.Equals(expected, actual)) throw Differ("Assert.Equal", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal(double expected, double actual, int precision)
        {
            if (!Math.Round(expected, precision).Equals(Math.Round(actual, precision))) throw Differ("Assert.Equal", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal(float expected, float actual, int precision) => Equal((double)expected, (double)actual, precision);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal(double expected, double actual, double tolerance)
        {
            if (!(Math.Abs(expected - actual) <= tolerance) && !expected.Equals(actual)) throw Differ("Assert.Equal", expected, actual);
        }

#if !UNITY
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual) => Equal(expected.ToArray(), actual.ToArray());

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Equal<T>(Span<T> expected, Span<T> actual) => Equal(expected.ToArray(), actual.ToArray());
#endif

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void NotEqual<T>(T expected, T actual)
        {
            if (Alike(expected, actual)) throw new Sdk.XunitException("Assert.NotEqual", "anything but " + Show(expected), Show(actual));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Same(object expected, object actual)
        {
            if (!ReferenceEquals(expected, actual)) throw new Sdk.XunitException("Assert.Same", "the same object: " + Show(expected), Show(actual));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void NotSame(object expected, object actual)
        {
            if (ReferenceEquals(expected, actual)) throw new Sdk.XunitException("Assert.NotSame", "another object", Show(actual));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Null(object value)
        {
            if (value != null) throw Differ("Assert.Null", null, value);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void NotNull(object value)
        {
            if (value == null) throw new Sdk.XunitException("Assert.NotNull", "an object", "null");
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T IsType<T>(object value)
        {
            if (value == null || value.GetType() != typeof(T)) throw new Sdk.XunitException("Assert.IsType", typeof(T).ToString(), Kind(value));
            return (T)value;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T IsAssignableFrom<T>(object value)
        {
            if (!(value is T)) throw new Sdk.XunitException("Assert.IsAssignableFrom", typeof(T).ToString(), Kind(value));
            return (T)value;
        }

        /// <summary>Exactly this exception, and no other that derives from it.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T Throws<T>(Action body) where T : Exception => Thrown<T>("Assert.Throws", Caught(body), true);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T Throws<T>(Func<object> body) where T : Exception => Thrown<T>("Assert.Throws", Caught(() => body()), true);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T ThrowsAny<T>(Action body) where T : Exception => Thrown<T>("Assert.ThrowsAny", Caught(body), false);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T ThrowsAny<T>(Func<object> body) where T : Exception => Thrown<T>("Assert.ThrowsAny", Caught(() => body()), false);

        public static Task<T> ThrowsAsync<T>(Func<Task> body) where T : Exception
        {
            var thrown = ThrownAsync<T>(body);
            lock (Begun) Begun.Add(thrown);
            return thrown;
        }

        // Assertions that have to be awaited.
        static readonly List<Task> Begun = new List<Task>();

        // What is wrong with an assertion that nobody awaited; nothing if none is wrong.
        internal static string Unawaited()
        {
            lock (Begun)
            {
                var wrong = Begun.FirstOrDefault(task => !task.IsCompleted || task.IsFaulted);
                Begun.Clear();
                if (wrong == null) return null;
                return wrong.IsCompleted ? wrong.Exception.InnerException.Message : "Assert.ThrowsAsync has not come to its end";
            }
        }

        static async Task<T> ThrownAsync<T>(Func<Task> body) where T : Exception
        {
            Exception caught = null;
            try
            {
                await body();
            }
            catch (Exception e)
            {
                caught = e;
            }

            return Thrown<T>("Assert.ThrowsAsync", caught, true);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Contains(string expected, string actual)
        {
            if (actual == null || actual.IndexOf(expected, StringComparison.Ordinal) < 0) throw Differ("Assert.Contains", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void DoesNotContain(string unexpected, string actual)
        {
            if (actual != null && actual.IndexOf(unexpected, StringComparison.Ordinal) >= 0)
                throw new Sdk.XunitException("Assert.DoesNotContain", "anything but " + Show(unexpected), Show(actual));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Contains<T>(T expected, IEnumerable<T> collection)
        {
            if (!collection.Any(item => Alike(expected, item))) throw Differ("Assert.Contains", expected, collection);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void DoesNotContain<T>(T unexpected, IEnumerable<T> collection)
        {
            if (collection.Any(item => Alike(unexpected, item)))
                throw new Sdk.XunitException("Assert.DoesNotContain", "anything but " + Show(unexpected), Show(collection));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void StartsWith(string expected, string actual)
        {
            if (actual == null || !actual.StartsWith(expected, StringComparison.Ordinal)) throw Differ("Assert.StartsWith", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void EndsWith(string expected, string actual)
        {
            if (actual == null || !actual.EndsWith(expected, StringComparison.Ordinal)) throw Differ("Assert.EndsWith", expected, actual);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Empty(IEnumerable collection)
        {
            if (collection.Cast<object>().Any()) throw new Sdk.XunitException("Assert.Empty", "[]", Show(collection));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void NotEmpty(IEnumerable collection)
        {
            if (!collection.Cast<object>().Any()) throw new Sdk.XunitException("Assert.NotEmpty", "something", "[]");
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T Single<T>(IEnumerable<T> collection)
        {
            var items = collection.ToArray();
            if (items.Length != 1) throw new Sdk.XunitException("Assert.Single", "one item", Show(items));
            return items[0];
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void All<T>(IEnumerable<T> collection, Action<T> body)
        {
            foreach (var item in collection) body(item);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void InRange<T>(T actual, T low, T high) where T : IComparable
        {
            if (actual.CompareTo(low) < 0 || actual.CompareTo(high) > 0)
                throw new Sdk.XunitException("Assert.InRange", Show(low) + " to " + Show(high), Show(actual));
        }

        static Exception Caught(Action body)
        {
            try
            {
                body();
                return null;
            }
            catch (Exception e)
            {
                return e;
            }
        }

        static T Thrown<T>(string what, Exception caught, bool exactly) where T : Exception
        {
            if (caught == null) throw new Sdk.XunitException(what, typeof(T).ToString(), "no exception");
            if (caught is T && (!exactly || caught.GetType() == typeof(T))) return (T)caught;
            throw new Sdk.XunitException(what, typeof(T).ToString(), caught.ToString());
        }

        static Exception Unless(string what, string message, string expected, string actual) =>
            message == null ? new Sdk.XunitException(what, expected, actual) : new Sdk.XunitException(what + ": " + message);

        static Exception Differ(string what, object expected, object actual) => new Sdk.XunitException(what, Show(expected), Show(actual));

        static bool Alike(object expected, object actual)
        {
            if (expected is IEnumerable && actual is IEnumerable && !(expected is string))
            {
                if (expected is Array && actual is Array && !Shape((Array)expected).SequenceEqual(Shape((Array)actual))) return false;
                if (expected is IDictionary && actual is IDictionary) return AlikeByKey((IDictionary)expected, (IDictionary)actual);
                if (IsSet(expected) && IsSet(actual)) return AlikeInAnyOrder((IEnumerable)expected, (IEnumerable)actual);
                var left = ((IEnumerable)expected).Cast<object>().ToArray();
                var right = ((IEnumerable)actual).Cast<object>().ToArray();
                return left.Length == right.Length && left.Zip(right, Alike).All(same => same);
            }

            return Equals(expected, actual);
        }

        static IEnumerable<int> Shape(Array array) => Enumerable.Range(0, array.Rank).Select(array.GetLength);

        static bool AlikeByKey(IDictionary expected, IDictionary actual) =>
            expected.Count == actual.Count && expected.Keys.Cast<object>().All(key => actual.Contains(key) && Alike(expected[key], actual[key]));

        static bool IsSet(object value) =>
            value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ISet<>));

        static bool AlikeInAnyOrder(IEnumerable expected, IEnumerable actual)
        {
            var left = expected.Cast<object>().ToArray();
            var right = actual.Cast<object>().ToList();
            return left.Length == right.Count && left.All(item => right.Any(other => Alike(item, other)));
        }

        static string Kind(object value) => value == null ? "null" : value.GetType().ToString();

        internal static string Show(object value)
        {
            if (value == null) return "null";
            if (value is string) return Quoted((string)value);
            if (value is char) return "'" + value + "'";
            if (value is bool) return (bool)value ? "true" : "false";
            if (value is float) return ((float)value).ToString("R", CultureInfo.InvariantCulture);
            if (value is double) return ((double)value).ToString("R", CultureInfo.InvariantCulture);
            if (value is IEnumerable)
            {
                var items = ((IEnumerable)value).Cast<object>().Take(101).Select(Show).ToArray();
                return "[" + string.Join(", ", items.Take(100)) + (items.Length > 100 ? ", …]" : "]");
            }

            var formattable = value as IFormattable;
            return formattable == null ? value.ToString() : formattable.ToString(null, CultureInfo.InvariantCulture);
        }

        static string Quoted(string text)
        {
            var quoted = new StringBuilder("\"");
            foreach (var c in text.Length > 1000 ? text.Substring(0, 1000) + "…" : text)
            {
                if (c == '"' || c == '\\') quoted.Append('\\').Append(c);
                else if (c < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4"));
                else quoted.Append(c);
            }

            return quoted.Append('"').ToString();
        }
    }
}
