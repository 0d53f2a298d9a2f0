// Narration in code: which line a cue belongs to, what a pane shows, and what only looks like a cue.
#include <QTest>

#include "lesson_test.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class CuesTest : public QObject {
  Q_OBJECT

 private slots:
  void a_cue_belongs_to_a_line_data();
  void a_cue_belongs_to_a_line();
  void a_cue_in_a_string_is_none_data();
  void a_cue_in_a_string_is_none();
  void lines_of_nothing_but_a_cue_are_folded();
  void the_shown_code_has_the_same_lines_without_cues();
  void a_cue_knows_its_place_in_the_file();
  void a_cue_knows_where_its_statement_begins_data();
  void a_cue_knows_where_its_statement_begins();
};

namespace {

// "2 text; 5 other text"
QString cues(const Scenario& scenario) {
  QStringList parts;
  for (const Cue& cue : scenario.cues) parts << QString("%1 %2").arg(cue.line).arg(text(cue.text));
  return parts.join("; ");
}

}  // namespace

void CuesTest::a_cue_belongs_to_a_line_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const char* code, const char* expected) {
    QTest::newRow(name) << QByteArray(code) << QString::fromUtf8(expected);
  };
  row("at the end of its line", "a\nb  #: text\n", "2 text");
  row("right behind the code", "a#:text\n", "1 text");
  row("on a line of its own", "a\n    #: text\nb\n", "3 text");
  row("empty lines and comments between", "#: text\n\n# other\nb\n", "4 text");
  row("several lines are one cue", "#: one\n#:   two\nb\n", "3 one two");
  row("above and behind", "#: one\nb #: two\n", "2 one two");
  row("two lines, two cues", "a #: one\nb #: two\n", "1 one; 2 two");
  row("an ordinary comment is none", "a # text\n# text\nb\n", "");
  row("a colon later is none", "a # :text\nb\n", "");
  row("the first hash decides", "a # see #: text\n", "");
  row("more hashes stay in the text", "a #: see # 1\n", "1 see # 1");
  row("no line end", "a #: text", "1 text");
  row("letters of any script", "a #: première étape → 次\n", "1 première étape → 次");
  row("within brackets", "f(\n  #: text\n  1,\n)\n", "3 text");
}

void CuesTest::a_cue_belongs_to_a_line() {
  QFETCH(QByteArray, code);
  QFETCH(QString, expected);
  QCOMPARE(cues(load_lesson(code.toStdString(), "x.py").lesson->scenarios.at(0)), expected);
}

void CuesTest::a_cue_in_a_string_is_none_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const char* code, const char* expected) {
    QTest::newRow(name) << QByteArray(code) << QString::fromUtf8(expected);
  };
  row("double quotes", "a = \"#: no\"\n", "");
  row("single quotes", "a = '#: no' #: yes\n", "1 yes");
  row("an escaped quote", "a = '\\'#: no' #: yes\n", "1 yes");
  row("an escaped backslash", "a = '\\\\' #: yes\n", "1 yes");
  row("a raw string", "a = r'\\'#: no' #: yes\n", "1 yes");
  row("the other quote", "a = \"'\" #: yes\n", "1 yes");
  row("an empty string", "a = '' #: yes\n", "1 yes");
  row("triple quotes", "a = '''\n#: no\n'' #: no\n''' #: yes\n", "4 yes");
  row("triple double quotes", "a = \"\"\"#: no\" #: no\n\"\"\" #: yes\n", "2 yes");
  row("an escaped quote in triple quotes", "a = '''\\'''#: no\n''' #: yes\n", "2 yes");
  row("an f-string", "a = f\"{b!r:#:>4}\" #: yes\n", "1 yes");
  row("a string over an escaped line end", "a = 'x\\\n#: no' #: yes\n", "2 yes");
  row("a line in a string is code", "#: yes\n'''\nx #: no'''\n", "2 yes");
  row("an unfinished string ends with its line", "a = 'x #: no\nb #: yes\n", "2 yes");
  row("unfinished triple quotes take the rest", "a = '''\nb #: no\n", "");
}

void CuesTest::a_cue_in_a_string_is_none() {
  QFETCH(QByteArray, code);
  QFETCH(QString, expected);
  QCOMPARE(cues(load_lesson(code.toStdString(), "x.py").lesson->scenarios.at(0)), expected);
}

void CuesTest::lines_of_nothing_but_a_cue_are_folded() {
  const Scenario s = scenario("a\n#: one\n  #: two\nb #: three\n# no cue\n'''\n#: no\n'''\n#: four\nc\n");
  QCOMPARE(s.folded, (std::vector<int>{2, 3, 9}));
}

void CuesTest::the_shown_code_has_the_same_lines_without_cues() {
  QCOMPARE(text(scenario("a \t#: one\n  #: two\nb # no\nc = '#: no'  \n#: x\nd\n").shown),
           QString("a\n\nb # no\nc = '#: no'  \n\nd\n"));
  QCOMPARE(text(load_lesson("a  #: one", "x.py").lesson->scenarios[0].shown), QString("a"));
}

void CuesTest::a_cue_knows_its_place_in_the_file() {
  const Lesson l = lesson("- item\n\n  ```python\n  s = 'ä'  #: one\n  #: two\n  b\n  ```\n");
  QCOMPARE(place(l.scenarios[0].cues.at(0).at), QString("4:12"));
  QCOMPARE(place(l.scenarios[0].cues.at(1).at), QString("5:3"));
}

void CuesTest::a_cue_knows_where_its_statement_begins_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<int>("statement");
  QTest::newRow("one line") << QByteArray("a\nb #: x\n") << 2;
  QTest::newRow("brackets") << QByteArray("a\nf(g[1],\n  {2:\n   3 #: x\n})\n") << 2;
  QTest::newRow("after brackets") << QByteArray("f(\n)\na #: x\n") << 3;
  QTest::newRow("a bracket in a string") << QByteArray("a = '('\nb #: x\n") << 2;
  QTest::newRow("a bracket in a comment") << QByteArray("a # (\nb #: x\n") << 2;
  QTest::newRow("backslash") << QByteArray("a = \\\n  b #: x\n") << 1;
  QTest::newRow("string over lines") << QByteArray("a = '''\n''' #: x\n") << 1;
  QTest::newRow("one too many closed") << QByteArray("a)\nb #: x\n") << 2;
}

void CuesTest::a_cue_knows_where_its_statement_begins() {
  QFETCH(QByteArray, code);
  QFETCH(int, statement);
  QCOMPARE(load_lesson(code.toStdString(), "x.py").lesson->scenarios[0].cues.at(0).statement, statement);
}

QTEST_APPLESS_MAIN(CuesTest)
#include "cues_test.moc"
