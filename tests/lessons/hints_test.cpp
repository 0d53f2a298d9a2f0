// Mistakes with coroutines that show without a run. A row is a program and the hints it gets, by line and column.
#include <QTest>

#include "lesson_test.h"
#include "lessons/hints.h"
#include "lessons/program.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class HintsTest : public QObject {
  Q_OBJECT

 private slots:
  void each_mistake_is_told_at_its_place_data();
  void each_mistake_is_told_at_its_place();
  void what_is_right_gets_no_hint_data();
  void what_is_right_gets_no_hint();
  void places_are_those_of_the_document();
  void hints_are_notes_of_the_run();
};

namespace {

// Lines 1 to 9.
const std::string prelude =
    "import asyncio, time, threading\nfrom typing import Any, Coroutine\nasync def work(n=1) -> int:\n"
    "    await asyncio.sleep(n)\n    return n\ndef slow():\n    time.sleep(1)\n"
    "class Agent:\n    async def step(self): pass\n";

std::string in_main(const std::string& line) { return prelude + "async def main():\n    " + line + "\n"; }

// "11:5 the hint", a line each.
QString hints(const std::string& program) {
  const Lesson l = *load_lesson(program, "x.py").lesson;
  QStringList found;
  for (const Diagnostic& d : hints_of(l)) {
    found << QString("%1:%2 %3").arg(d.at.line).arg(d.at.column).arg(text(d.message));
  }
  return found.join("\n");
}

void row(const char* line, const char* begins) { QTest::newRow(line) << QByteArray(line) << QString(begins); }

}  // namespace

void HintsTest::each_mistake_is_told_at_its_place_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QString>("begins");
  row("work(2)", "11:5 'work(2)' makes a coroutine that nobody awaits");
  row("asyncio.sleep(1)", "11:5 'asyncio.sleep(1)' makes a coroutine that nobody awaits");
  row("x = work()", "11:9 'work()' makes a coroutine that nobody awaits");
  row("Agent.step", "");
  row("a = Agent(); a.step()", "11:18 'a.step()' makes a coroutine that nobody awaits");
  row("await asyncio.create_task(work())", "11:11 The task is awaited where it is made");
  row("asyncio.create_task(work())", "11:5 Nothing keeps the task.");
  row("t = asyncio.create_task(work); await t", "11:29 'work' is a coroutine function; 'asyncio.create_task()' takes");
  row("await asyncio.gather(work(), work)", "11:34 'work' is a coroutine function; 'asyncio.gather()' takes");
  row("asyncio.get_running_loop().call_soon(work)", "11:42 'asyncio.get_running_loop().call_soon()' only calls 'work'");
  row("asyncio.gather(work(), work())", "11:5 The result of gather() is not awaited");
  row("time.sleep(1)", "11:5 'time.sleep()' blocks the whole loop");
  row("await time.sleep(1)", "11:11 'time.sleep(1)' is nothing that can be awaited");
  row("slow()", "11:5 'slow()' calls time.sleep(), which blocks the whole loop");
  row("input()", "11:5 'input()' blocks the whole loop");
  row("asyncio.run(work())", "11:5 asyncio.run() starts a loop of its own");
  row("await work", "11:11 'work' is a coroutine function and cannot be awaited");
  row("await 5", "11:11 '5' is nothing that can be awaited");
  row("await [work(), work()]", "11:11 '[work(), work()]' is nothing that can be awaited");
  row("threading.Thread(target=work)", "11:29 The thread only calls 'work'");
  row("ü = 'ü'; work()", "11:14 'work()' makes a coroutine");
}

void HintsTest::each_mistake_is_told_at_its_place() {
  QFETCH(QByteArray, line);
  QFETCH(QString, begins);
  const QString found = hints(in_main(line.toStdString()));
  QVERIFY2(begins.isEmpty() ? found.isEmpty() : found.startsWith(begins), qPrintable(found));
  QVERIFY2(!found.contains('\n'), qPrintable(found));
}

void HintsTest::what_is_right_gets_no_hint_data() {
  QTest::addColumn<QByteArray>("program");
  const auto right = [](const char* lines) { QTest::newRow(lines) << QByteArray(lines); };
  right("await work()");
  right("t = asyncio.create_task(work()); await t");
  right("await asyncio.gather(*[work(i) for i in range(3)])");
  right("coros = [work(i) for i in range(3)]; await asyncio.gather(*coros)");
  right("c = work(); await c");
  right("await asyncio.to_thread(slow)");
  right("await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)");
  right("async with asyncio.TaskGroup() as g: g.create_task(work())");
  right("work = print; work(1)");
  right("f = lambda: time.sleep(1)");
  right("c: Coroutine[Any, Any, int] = work(); await c");
  right("f: asyncio.Future[int] = asyncio.Future(); await f");
  right("done, pending = await asyncio.wait([asyncio.create_task(work())])");
  right("tasks = set(); tasks.add(asyncio.create_task(work()))");
}

void HintsTest::what_is_right_gets_no_hint() {
  QFETCH(QByteArray, program);
  QCOMPARE(hints(in_main(program.toStdString())), QString());
}

void HintsTest::places_are_those_of_the_document() {
  const Lesson l = *load_lesson(
                        "```python\nasync def f():\n    return asyncio.create_task(g())\nasync def g(): pass\n```\n\n"
                        "- item\n\n  ```python\n  async def main():\n      print(await f())\n      g()\n  ```\n",
                        "x.md")
                        .lesson;
  const Diagnostics found = hints_of(l);
  QCOMPARE(found.size(), std::size_t(1));
  QCOMPARE(found[0].at, (Position{12, 7}));
  const Lesson second = *load_lesson(
                             "```python\nasync def f():\n    return asyncio.create_task(g())\nasync def g(): pass\n"
                             "async def main():\n    r = await f()\n    print(r)\n```\n",
                             "x.md")
                             .lesson;
  QCOMPARE(text(to_text(hints_of(second).at(0))),
           QString("x.md:6:9: hint: 'f()' returns a task, which this does not wait for: it takes a second await. Write "
                   "'await (await f())', or let the coroutine return what it awaited."));
}

// In the program's own lines, which an import put in front of it moves.
void HintsTest::hints_are_notes_of_the_run() {
  const Lesson l = *load_lesson(
                        "# A title\n\n```python name=\"a\"\nasync def f(): pass\nasync def main():\n    f()\n"
                        "asyncio.run(main())\n```\n",
                        "x.md")
                        .lesson;
  const std::vector<loopline::run::Note> notes = settings_of(l, l.scenarios.front()).notes;
  QCOMPARE(notes.size(), std::size_t{1});
  QVERIFY(text(notes[0].text).startsWith("'f()' makes a coroutine that nobody awaits"));
  const QList<QByteArray> lines = QByteArray::fromStdString(l.scenarios.front().code).split('\n');
  QCOMPARE(lines[notes[0].line - 1], QByteArray("    f()"));
}

QTEST_APPLESS_MAIN(HintsTest)
#include "hints_test.moc"
