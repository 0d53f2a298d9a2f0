// `loopline check`: what is wrong before and after running, by line and column; and its status.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class CheckTest : public QObject {
  Q_OBJECT

 private slots:
  void a_good_lesson_has_nothing_wrong();
  void problems_are_told_where_they_are_data();
  void problems_are_told_where_they_are();
  void several_files_are_checked_though_one_is_missing();
  void json_has_every_problem();
  void a_script_is_checked_as_it_is();
  void the_readmes_lesson_has_nothing_wrong();
};

namespace {

// With front matter, so that nothing is to be said of the title: three lines more.
QByteArray titled(const QByteArray& lesson) { return "---\ntitle: A\n---\n" + lesson; }

// The first block that is indented by four spaces and begins with front matter.
QByteArray lesson_in(const QByteArray& readme) {
  const qsizetype begin = readme.indexOf("    ---\n");
  QByteArray lesson;
  for (const QByteArray& line : readme.mid(begin).split('\n')) {
    if (!line.isEmpty() && !line.startsWith("    ")) break;
    lesson += line.mid(4) + '\n';
  }
  return lesson;
}

}  // namespace

void CheckTest::a_good_lesson_has_nothing_wrong() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  const Ran ran = desk.run({"check", "a.md"});
  QCOMPARE(ran.out, QByteArray("a.md: nothing wrong\n"));
  QCOMPARE(ran.status, 0);
  QCOMPARE(desk.files(), QStringList{"a.md"});
}

void CheckTest::problems_are_told_where_they_are_data() {
  QTest::addColumn<QByteArray>("lesson");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("told");
  QTest::newRow("an exception nobody expected")
      << QByteArray("```python name=one\nprint(1)\nraise KeyError(1)\n```\n") << 1
      << QByteArray("a.md:6:1: error: The block 'one' should end well, but it ended with KeyError: 1.\n");
  QTest::newRow("no exception where one was expected")
      << QByteArray("```python name=one expect=ValueError\nprint(1)\n```\n") << 1
      << QByteArray("a.md:4:27: error: The block 'one' should end with ValueError, but it ended well.\n");
  QTest::newRow("wrong syntax") << QByteArray("Text.\n\n```python\nx = = 1\n```\n") << 1
                                << QByteArray("a.md:7:5: error: SyntaxError: invalid syntax\n");
  QTest::newRow("a quiz without an answer")
      << QByteArray("```python name=one\npass\n```\n```quiz\nask: What?\nabout: first-print\n```\n") << 1
      << QByteArray("a.md:9:8: error: The run of 'one' has no answer to 'first-print'.\n");
  QTest::newRow("choices without the right one")
      << QByteArray(
             "```python name=one\nprint('a')\nprint('b')\n```\n```quiz\nask: What?\nabout: last-print\n"
             "choices: [a, c]\n```\n")
      << 1
      << QByteArray(
             "a.md:10:8: error: The run of 'one' has no answer to 'last-print', or none that is among the choices.\n");
  QTest::newRow("a hint") << QByteArray("---\ntitle: x\norde: 1\n---\n```python\npass\n```\n") << 0
                          << QByteArray("a.md:3:1: hint: ");
}

void CheckTest::problems_are_told_where_they_are() {
  QFETCH(QByteArray, lesson);
  QFETCH(int, status);
  QFETCH(QByteArray, told);
  const Desk desk;
  desk.write("a.md", lesson.startsWith("---") ? lesson : titled(lesson));
  const Ran ran = desk.run({"check", "a.md"});
  QCOMPARE(ran.status, status);
  QVERIFY2(status == 0 ? ran.out.startsWith(told) : ran.out == told, ran.out);
}

void CheckTest::several_files_are_checked_though_one_is_missing() {
  const Desk desk;
  desk.write("good.md", small_lesson());
  desk.write("bad.md", titled("```python\n1/0\n```\n"));
  const Ran ran = desk.run({"check", "missing.md", "bad.md", "good.md"});
  QCOMPARE(ran.status, 2);
  const QList<QByteArray> lines = ran.out.trimmed().split('\n');
  QCOMPARE(lines.size(), 3);
  QVERIFY2(lines[0].startsWith("missing.md: error: "), ran.out);
  QVERIFY2(lines[1].startsWith("bad.md:5:1: error: "), ran.out);
  QCOMPARE(lines[2], QByteArray("good.md: nothing wrong"));
  QCOMPARE(desk.run({"check", "good.md", "bad.md"}).status, 1);
}

void CheckTest::json_has_every_problem() {
  const Desk desk;
  desk.write("good.md", small_lesson());
  desk.write("bad.md", titled("```python name=one\n1/0\n```\n"));
  const Ran ran = desk.run({"check", "good.md", "bad.md", "--json"});
  QCOMPARE(ran.status, 1);
  const QJsonArray all = QJsonDocument::fromJson(ran.out).array();
  QCOMPARE(all.size(), 1);
  const QJsonObject problem = all.at(0).toObject();
  QCOMPARE(problem["file"].toString(), QString("bad.md"));
  QCOMPARE(problem["line"].toInt(), 5);
  QCOMPARE(problem["column"].toInt(), 1);
  QCOMPARE(problem["severity"].toString(), QString("error"));
  QVERIFY(problem["message"].toString().contains("ZeroDivisionError: division by zero"));
  QCOMPARE(problem["suggestion"].toString(), QString());
  QCOMPARE(desk.run({"check", "good.md", "--json"}).out, QByteArray("[]\n"));
}

void CheckTest::a_script_is_checked_as_it_is() {
  const Desk desk;
  desk.write("good.py", "print(1)\n");
  desk.write("bad.py", "def f():\n    return 1/0\nf()\n");
  QCOMPARE(desk.run({"check", "good.py"}).status, 0);
  const Ran ran = desk.run({"check", "bad.py"});
  QCOMPARE(ran.status, 1);
  QVERIFY2(ran.out.startsWith("bad.py:2:1: error: "), ran.out);
}

void CheckTest::the_readmes_lesson_has_nothing_wrong() {
  QFile readme(README_FILE);
  QVERIFY(readme.open(QIODevice::ReadOnly));
  const Desk desk;
  desk.write("a.md", lesson_in(readme.readAll()));
  const Ran ran = desk.run({"check", "a.md"});
  QCOMPARE(ran.out, QByteArray("a.md: nothing wrong\n"));
  const Ran both = desk.run({"run", "a.md"});
  QVERIFY2(both.out.count("Ben begins") == 2, both.out);
}

QTEST_APPLESS_MAIN(CheckTest)
#include "check_test.moc"
