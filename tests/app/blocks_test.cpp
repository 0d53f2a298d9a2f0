// `loopline blocks`: every block, where it stands, and what running it comes to.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class BlocksTest : public QObject {
  Q_OBJECT

 private slots:
  void every_status_is_told();
  void an_input_that_is_no_python_ends_no_session();
  void what_the_compiler_says_of_an_input_is_said_once();
  void text_has_a_line_a_block();
  void a_script_is_one_bare_block();
};

namespace {

QByteArray document() {
  return "# All ends\n"
         "```python\nprint(1)\n```\n"                                             // 3
         "```python name=names\nimport asyncio\n\ndef f():\n    return 1\n```\n"  // 6-9
         "```python\nraise KeyError('k')\n```\n"                                  // 12
         "```python\nimport asyncio\nasyncio.run(asyncio.Event().wait())\n```\n"  // 15-16
         "```python\nwhile True: pass\n```\n"                                     // 19
         "```python\nif\n```\n"                                                   // 22
         "```python\nimport no_such_module\n```\n"                                // 25
         "```python\nprint(unknown)\n```\n"                                       // 28
         "```python expect=NameError\nprint(unknown)\n```\n";                     // 31
}

}  // namespace

void BlocksTest::every_status_is_told() {
  const Desk desk;
  desk.write("a.md", "---\nlimits: {instructions: 300000}\n---\n" + document());
  const Ran ran = desk.run({"blocks", "a.md", "--json"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.err, QByteArray());
  QStringList told;
  for (const QJsonValue& block : QJsonDocument::fromJson(ran.out).array()) {
    told << QString("%1 %2-%3 %4 %5 needs %6 assumes %7")
                .arg(block["block"].toInt())
                .arg(block["first_line"].toInt() - 3)
                .arg(block["last_line"].toInt() - 3)
                .arg(block["kind"].toString(), block["status"].toString())
                .arg(block["needs"].toArray().size())
                .arg(block["assumed_imports"].toArray().size());
  }
  const QStringList expected{
      "1 3-3 fence runs needs 0 assumes 0",      "2 6-9 fence defines needs 0 assumes 0",
      "3 12-12 fence raises needs 0 assumes 0",  "4 15-16 fence waits needs 0 assumes 0",
      "5 19-19 fence limit needs 0 assumes 0",   "6 22-22 fence syntax needs 0 assumes 0",
      "7 25-25 fence missing needs 0 assumes 0", "8 28-28 fence missing needs 0 assumes 0",
      "9 31-31 fence raises needs 0 assumes 0",
  };
  QCOMPARE(told, expected);
  QVERIFY2(ran.out.contains("No module named 'no_such_module'"), ran.out);
  QVERIFY2(ran.out.contains("name 'unknown' is not defined"), ran.out);
}

void BlocksTest::an_input_that_is_no_python_ends_no_session() {
  const Desk desk;
  desk.write(
      "a.md",
      "```python\n# Some inputs are wrong.\n>>> print 1\nSyntaxError: Missing parentheses in call to 'print'. Did "
      "you mean print(...)?\n>>> from __future__ import annotations\n>>> return 2\n  File \"<stdin>\", line "
      "1\nSyntaxError: 'return' outside function\n>>> for x in [1]:\n... print(x)\n...\nIndentationError: expected "
      "an indented block after 'for' statement on line 1\n>>> name = 3\n>>> name + 1\n4\n```\n\nThen:\n\n"
      "```python\n>>> name * 2\n6\n>>> 1 <> 2\nTrue\n```\n");
  const QList<QByteArray> lines = desk.run({"blocks", "a.md"}).out.trimmed().split('\n');
  QCOMPARE(lines.size(), 2);
  QVERIFY2(lines[0].startsWith("1  lines 2-15  repl  raises") && lines[0].endsWith("as the text shows"), lines[0]);
  QVERIFY2(lines[1].contains("repl  syntax  block-2 with 1: SyntaxError: invalid syntax"), lines[1]);
  const Ran ran = desk.run({"run", "a.md", "--block", "2", "--with-earlier"});
  QCOMPARE(ran.out, QByteArray("4\n6\n"));
  QVERIFY2(ran.err.contains("SyntaxError: 'return' outside function"), ran.err);
}

void BlocksTest::what_the_compiler_says_of_an_input_is_said_once() {
  const Desk desk;
  QByteArray session = "```python\n>>> 5 is 5\n";
  for (int i = 0; i < 1'500; ++i) session += ">>> return\n>>> print(" + QByteArray::number(i) + ")\n";
  desk.write("a.md", session + ">>> 6 is 6\n```\n");
  const Ran ran = desk.run({"run", "a.md"});
  QCOMPARE(ran.err.count("SyntaxWarning"), 2);
  QCOMPARE(ran.err.count("SyntaxError: 'return' outside function"), 1'500);
  QVERIFY2(ran.out.startsWith("True\n0\n1\n") && ran.out.endsWith("1499\nTrue\n"), ran.out.left(200));
}

void BlocksTest::text_has_a_line_a_block() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  const Ran ran = desk.run({"blocks", "a.md"});
  const QList<QByteArray> lines = ran.out.trimmed().split('\n');
  QCOMPARE(lines.size(), 3);
  QCOMPARE(lines[0], QByteArray("1  lines 8-15  fence  runs  good"));
  QCOMPARE(lines[1], QByteArray("2  lines 19-20  fence  raises  bad: ValueError: on purpose"));
  QVERIFY2(lines[2].startsWith("3  lines 24-29  fence  waits  stuck"), ran.out);
}

void BlocksTest::a_script_is_one_bare_block() {
  const Desk desk;
  desk.write("a.py", "x = 1\nprint(x)\n");
  QCOMPARE(desk.run({"blocks", "a.py"}).out, QByteArray("1  lines 1-2  bare  runs  a\n"));
}

QTEST_APPLESS_MAIN(BlocksTest)
#include "blocks_test.moc"
