// Runs tests, one after another, for the harness, which says which by lines and reads what becomes of each.
// A request is CASE<tab>FILE<tab>TEST<tab>ROW; `layout` runs the layout probe.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace Interoptopus.Harness
{
    public static class Worker
    {
        static readonly Stream Out = Console.OpenStandardOutput();
        static readonly Dictionary<string, MethodInfo> Tests = new Dictionary<string, MethodInfo>();
        static readonly List<string> Suspects = new List<string>();
        static readonly List<Exception> Unobserved = new List<Exception>();
        const int StackOfTests = 8 * 1024 * 1024; // as a main thread has it
        static ulong alive;
        static string word = "";

        public static int Main(string[] args)
        {
            word = args[0];
            TaskScheduler.UnobservedTaskException += (_, unobserved) =>
            {
                unobserved.SetObserved();
                lock (Unobserved) Unobserved.Add(unobserved.Exception.InnerException ?? unobserved.Exception);
            };
            Trace.Listeners.Clear();
            Trace.Listeners.Add(new FailingListener());
            // A conservative collector takes what is on a stack for references, also what earlier calls left there. So nothing runs on this
            // thread, and the stack of the tests is gone when it is asked what is alive.
            OnAThread(Serve);
            var areGone = false;
            OnAThread(() => areGone = AllAreGone());
            return areGone ? 0 : 3;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void OnAThread(ThreadStart work)
        {
            var thread = new Thread(work, StackOfTests);
            thread.Start();
            thread.Join();
        }

        static void Serve()
        {
            var requests = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            Console.SetIn(TextReader.Null);
            foreach (var type in typeof(Worker).Assembly.GetTypes())
            {
                const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
                foreach (var method in type.GetMethods(Any | BindingFlags.DeclaredOnly))
                {
                    var fact = Fact(method);
                    if (fact == null) continue;
                    var file = Path.GetFileNameWithoutExtension(fact.File.Replace('\\', '/'));
                    var id = type.Name.Split('`')[0] + "." + method.Name;
                    var rows = method.GetCustomAttributes(typeof(InlineDataAttribute), false).Length;
                    var known = method.GetCustomAttributes(typeof(MemberDataAttribute), false).Length == 0;
                    Tests[file + "\t" + id] = method;
                    Say("contains", "file", file, "id", id, "rows", known && rows > 0 ? (object)rows : null);
                }
            }

            Say("ready");
            for (var request = requests.ReadLine(); request != null; request = requests.ReadLine())
            {
                var words = request.Split('\t');
                if (words[0] == "layout") Layout();
                else Case(words[0], words[1], words[2], words[3]);
            }
        }

        // Whether nothing of the library's services is alive: what a test left, the garbage collector has taken by now.
        static bool AllAreGone()
        {
            for (var attempt = 0; attempt < 20 && CountAlive() != 0; attempt++)
            {
                // The threads of tests may still be ending, with what is on their stacks.
                Thread.Sleep(10 * attempt);
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            if (alive == 0) return true;
            Console.Error.WriteLine(alive + " objects of services are still alive at the end. There were more after: " + string.Join(", ", Suspects));
            return false;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static ulong CountAlive()
        {
            try
            {
                alive = (ulong)LiveObjects.Count();
            }
            catch (Exception e)
            {
                // A library that cannot be loaded fails each test.
                if (!(e is TypeLoadException)) throw;
                alive = 0;
            }

            return alive;
        }

        // What `Debug.Assert` and `Trace.Fail` tell fails the test.
        sealed class FailingListener : TraceListener
        {
            public override void Write(string message) { }

            public override void WriteLine(string message) { }

            public override void Fail(string message) => throw new XunitException("Debug.Assert: " + message);

            public override void Fail(string message, string detail) => throw new XunitException("Debug.Assert: " + message + " " + detail);
        }

        static FactAttribute Fact(MethodInfo method) =>
            method.GetCustomAttributes(typeof(FactAttribute), false).Cast<FactAttribute>().FirstOrDefault();

        static void Case(string name, string file, string id, string row)
        {
            Say("entered", "case", name);
            MethodInfo method = null;
            try
            {
                if (!Tests.TryGetValue(file + "\t" + id, out method)) throw new MissingMethodException(id + " is not in the program");
                Run(method, row);
                // What a finalizer does wrong, it does in the test that left it the object.
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            catch (Exception e)
            {
                Complain(name, method, e is TargetInvocationException && e.InnerException != null ? e.InnerException : e);
            }

            var unawaited = Assert.Unawaited();
            if (unawaited != null) Complain(name, method, new XunitException("not awaited: " + unawaited));
            lock (Unobserved)
            {
                if (Unobserved.Count > 0) Complain(name, method, new XunitException("in a task that nobody awaits: " + Unobserved[0]));
                Unobserved.Clear();
            }

            var before = alive;
            if (CountAlive() > before) Suspects.Add(name);
            Say("left", "case", name);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Run(MethodInfo method, string row)
        {
            var inline = method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().ToArray();
            if (row.Length > 0)
            {
                Invoke(method, inline[int.Parse(row)].Data);
                return;
            }

            var members = method.GetCustomAttributes(typeof(MemberDataAttribute), false).Cast<MemberDataAttribute>().ToArray();
            if (members.Length == 0)
            {
                Invoke(method, new object[0]);
                return;
            }

            var rows = inline.Select(data => data.Data).Concat(members.SelectMany(member => Rows(method.DeclaringType, member.Member))).ToArray();
            if (rows.Length == 0) throw new XunitException(method.Name + " has no rows of data");
            foreach (var data in rows)
            {
                try
                {
                    Invoke(method, data);
                }
                catch (Exception)
                {
                    Console.WriteLine("the row is " + Assert.Show(data));
                    throw;
                }
            }
        }

        static IEnumerable<object[]> Rows(Type type, string name)
        {
            const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.FlattenHierarchy;
            var property = type.GetProperty(name, Any);
            var field = type.GetField(name, Any);
            var method = type.GetMethod(name, Any);
            var rows = property != null ? property.GetValue(null, null) : field != null ? field.GetValue(null) : method != null ? method.Invoke(null, null) : null;
            if (rows == null) throw new MissingMemberException(type.Name, name);
            return ((IEnumerable)rows).Cast<object[]>();
        }

        static void Invoke(MethodInfo method, object[] data)
        {
            var parameters = method.GetParameters();
            var arguments = parameters.Select((p, i) => i < data.Length ? Converted(data[i], p.ParameterType) : p.DefaultValue).ToArray();
            if (data.Length > parameters.Length) throw new TargetParameterCountException();
            var instance = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType, true);
            try
            {
                Await(method, method.Invoke(instance, arguments));
            }
            finally
            {
                var disposable = instance as IDisposable;
                if (disposable != null) disposable.Dispose();
            }
        }

        static object Converted(object value, Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (value == null || type.IsInstanceOfType(value)) return value;
            if (type.IsEnum) return Enum.ToObject(type, value);
            return value is IConvertible && typeof(IConvertible).IsAssignableFrom(type) ? Convert.ChangeType(value, type) : value;
        }

        static void Await(MethodInfo method, object result)
        {
            if (result == null) return;
            var asTask = result is Task ? null : result.GetType().GetMethod("AsTask", Type.EmptyTypes);
            var task = asTask == null ? result as Task : asTask.Invoke(result, null) as Task;
            if (task == null) throw new XunitException(method.Name + " returns " + Assert.Show(result) + ", which nobody would look at");
            task.GetAwaiter().GetResult();
        }

        static void Complain(string name, MethodInfo method, Exception e)
        {
            var fact = method == null ? null : Fact(method);
            var at = fact == null ? null : fact.File + ":" + fact.Line;
            var trace = new StringBuilder();
            for (var inner = e; inner != null; inner = inner.InnerException)
            {
                if (inner != e) trace.Append("within ").Append(inner.GetType()).Append(": ").Append(inner.Message).Append('\n');
                foreach (var frame in new StackTrace(inner, true).GetFrames() ?? new StackFrame[0])
                {
                    var called = frame.GetMethod();
                    var type = called == null ? null : called.DeclaringType;
                    if (type == null || type == typeof(Worker) || type == typeof(Assert) || Internal(type.Namespace ?? "")) continue;
                    var place = frame.GetFileName() == null ? "" : " in " + frame.GetFileName() + ":" + frame.GetFileLineNumber();
                    trace.Append("at ").Append(type.FullName).Append('.').Append(called.Name).Append("()").Append(place).Append('\n');
                    // The innermost place in the test's own file.
                    if (inner == e && fact != null && frame.GetFileName() == fact.File && frame.GetFileLineNumber() > 0)
                    {
                        at = fact.File + ":" + frame.GetFileLineNumber();
                        fact = null;
                    }
                }
            }

            var failed = e as XunitException;
            if (failed != null) Say("failed", "case", name, "at", at, "what", failed.What, "expected", failed.Expected, "actual", failed.Actual, "trace", trace.ToString());
            else Say("failed", "case", name, "at", at, "what", e.GetType() + ": " + e.Message, "trace", trace.ToString());
        }

        static bool Internal(string space) => space.StartsWith("System.Reflection") || space.StartsWith("System.Runtime.");

        static void Layout()
        {
            var probe = typeof(Worker).Assembly.GetTypes().Single(type => type.Name == "LayoutProbe");
            var printed = new StringWriter();
            probe.GetMethod("Print").Invoke(null, new object[] { printed });
            foreach (var line in printed.ToString().Split('\n'))
            {
                if (line.Trim().Length > 0) Say("layout", "line", line.Trim());
            }

            Say("ready");
        }

        // One event, in one write, whatever tests made of Console.
        static void Say(string kind, params object[] more)
        {
            Console.Out.Flush();
            var line = new StringBuilder("\n@").Append(word).Append(" {\"event\":\"").Append(kind).Append('"');
            for (var i = 0; i < more.Length; i += 2)
            {
                if (more[i + 1] == null) continue;
                line.Append(",\"").Append(more[i]).Append("\":");
                if (more[i + 1] is int) line.Append(more[i + 1]);
                else Quote(line, (string)more[i + 1]);
            }

            var bytes = Encoding.UTF8.GetBytes(line.Append("}\n").ToString());
            Out.Write(bytes, 0, bytes.Length);
            Out.Flush();
        }

        static void Quote(StringBuilder line, string text)
        {
            line.Append('"');
            foreach (var c in text)
            {
                // Half a surrogate pair, too, is no text for others.
                if (c == '"' || c == '\\') line.Append('\\').Append(c);
                else if (c < ' ' || char.IsSurrogate(c)) line.Append("\\u").Append(((int)c).ToString("x4"));
                else line.Append(c);
            }

            line.Append('"');
        }
    }
}
