// Each limit ends a run with status 4, says which it was, and keeps what was printed before.
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class LimitsTest : public QObject {
  Q_OBJECT

 private slots:
  void a_limit_ends_the_run_data();
  void a_limit_ends_the_run();
  void a_limit_that_python_has_too_is_its_exception_data();
  void a_limit_that_python_has_too_is_its_exception();
  void a_document_sets_its_own();
  void the_command_line_goes_before_the_document();
  void wrong_limits_of_a_document_are_told();
};

namespace {

const char kEndless[] = "print('begun')\nwhile True:\n    pass\n";
const char kSleeper[] =
    "import asyncio\nasync def main():\n    print('begun')\n    while True:\n        await asyncio.sleep(1)\n"
    "asyncio.run(main())\n";
const char kHungry[] = "print('begun')\nall = []\nwhile True:\n    all.append([len(all)] * 1000)\n";
const char kTalker[] = "print('begun')\nwhile True:\n    print('and on')\n";

const char kGrowing[] = "print('begun')\nn = 3\nwhile True:\n    n *= n\n";
const char kMatcher[] = "print('begun')\nimport re\nre.match('(a|aa)+$', 'a' * 64 + 'b')\n";

QByteArray lesson_with(const QByteArray& limits) {
  return "---\ntitle: A\nlimits:\n" + limits + "---\n```python\n" + kSleeper + "```\n";
}

}  // namespace

void LimitsTest::a_limit_ends_the_run_data() {
  QTest::addColumn<QByteArray>("source");
  QTest::addColumn<QStringList>("limit");
  QTest::addColumn<QByteArray>("message");
  QTest::newRow("instructions") << QByteArray(kEndless) << QStringList{"--max-instructions", "100000"}
                                << QByteArray("the program ran for more than 100000 instructions (main.py, line 2)\n");
  QTest::newRow("events") << QByteArray(kSleeper) << QStringList{"--max-events", "1000"}
                          << QByteArray("the run has more than 1000 events (main.py, line 6)\n");
  QTest::newRow("virtual seconds")
      << QByteArray(kSleeper) << QStringList{"--max-virtual-seconds", "2.5"}
      << QByteArray("the program runs for more than 2 seconds of its own time (main.py, line 6)\n");
  QTest::newRow("memory") << QByteArray(kHungry) << QStringList{"--max-memory", "8"}
                          << QByteArray("the program's objects take more than 8 MiB (main.py, line 4)\n");
  QTest::newRow("output") << QByteArray(kTalker) << QStringList{"--max-output", "1000"}
                          << QByteArray("the program printed more than 1000 bytes (main.py, line 3)\n");
  QTest::newRow("integer") << QByteArray(kGrowing) << QStringList{"--max-integer-bits", "5000"}
                           << QByteArray("an integer would have more than 5000 bits (main.py, line 4)\n");
  QTest::newRow("regular expression")
      << QByteArray(kMatcher) << QStringList{"--max-regex-steps", "5000"}
      << QByteArray(
             "a regular expression took more than 5000 steps: it tries too many ways to match; make its "
             "repetitions less ambiguous (main.py, line 3)\n");
}

void LimitsTest::a_limit_ends_the_run() {
  QFETCH(QByteArray, source);
  QFETCH(QStringList, limit);
  QFETCH(QByteArray, message);
  const Desk desk;
  desk.write("main.py", source);
  const Ran ran = desk.run(QStringList{"run", "main.py"} + limit);
  QCOMPARE(ran.err, "loopline: " + message);
  QCOMPARE(ran.status, 4);
  QVERIFY2(ran.out.startsWith("begun\n"), ran.out);
  const Ran recorded = desk.run(QStringList{"run", "main.py", "--record", "x.loopline", "--log", "stdout"} + limit);
  QCOMPARE(recorded.status, 4);
  QVERIFY2(recorded.out.contains("\"text\":\"begun\""), recorded.out);
  QVERIFY2(recorded.out.contains("\"ev\":\"limit\""), recorded.out);
  QCOMPARE(desk.run({"replay", "x.loopline", "--at", "1"}).status, 0);
}

void LimitsTest::a_limit_that_python_has_too_is_its_exception_data() {
  QTest::addColumn<QByteArray>("source");
  QTest::addColumn<QString>("option");
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<QByteArray>("last_line");
  QTest::newRow("recursion") << QByteArray("def f(n):\n    return f(n - 1) if n else 0\nprint(f(200))\nf(300)\n")
                             << "--max-recursion" << QByteArray("recursion: 250")
                             << QByteArray("RecursionError: maximum recursion depth exceeded\n");
  QTest::newRow("text") << QByteArray("print(len('a' * 200))\n'a' * 300\n") << "--max-text" << QByteArray("text: 250")
                        << QByteArray("MemoryError: a single object would take more than the limit of 250 bytes\n");
}

/// RecursionError and MemoryError: a program may catch them.
void LimitsTest::a_limit_that_python_has_too_is_its_exception() {
  QFETCH(QByteArray, source);
  QFETCH(QString, option);
  QFETCH(QByteArray, key);
  QFETCH(QByteArray, last_line);
  const Desk desk;
  desk.write("main.py", source);
  desk.write("a.md", "---\nlimits:\n  " + key + "\n---\n```python\n" + source + "```\n");
  for (const QStringList& arguments : {QStringList{"run", "main.py", option, "250"}, QStringList{"run", "a.md"}}) {
    const Ran ran = desk.run(arguments);
    QCOMPARE(ran.status, 1);
    QVERIFY2(!ran.out.isEmpty() && ran.err.startsWith("Traceback") && ran.err.endsWith(last_line), ran.err);
  }
}

void LimitsTest::a_document_sets_its_own() {
  const Desk desk;
  desk.write("a.md", lesson_with("  virtual_seconds: 2.5\n"));
  const Ran ran = desk.run({"run", "a.md"});
  QByteArray why;
  QVERIFY2(ended(ran, 4, "loopline: ", why), why);
}

void LimitsTest::the_command_line_goes_before_the_document() {
  const Desk desk;
  desk.write("a.md", "---\nlimits:\n  output: 10\n---\n```python\nprint('x' * 100)\n```\n");
  QCOMPARE(desk.run({"run", "a.md"}).status, 4);
  QCOMPARE(desk.run({"run", "a.md", "--max-output", "1000"}).status, 0);
}

void LimitsTest::wrong_limits_of_a_document_are_told() {
  const Desk desk;
  desk.write("a.md", lesson_with("  virtual_seconds: long\n"));
  const Ran ran = desk.run({"run", "a.md"});
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.err, QByteArray("loopline: a.md:4:20: error: The limit 'virtual_seconds' must be a number above 0.\n"));
  desk.write("b.md", lesson_with("  virtual_seconds: 2\n  vents: 5\n").replace("```python", "```python expect=limit"));
  const Ran checked = desk.run({"check", "b.md"});
  QCOMPARE(checked.out,
           QByteArray("b.md:5:3: hint: The limit 'vents' is unknown. Did you mean 'events'?\nb.md: nothing wrong\n"));
  QCOMPARE(checked.status, 0);
}

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"
