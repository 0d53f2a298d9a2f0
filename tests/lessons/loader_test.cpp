// What a lesson holds once it is loaded: front matter, scenarios, quizzes, segments, scripts.
#include <QTest>

#include "lesson_test.h"
#include "lessons/chapters.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class LoaderTest : public QObject {
  Q_OBJECT

 private slots:
  void front_matter_fills_the_lesson();
  void front_matter_is_kept_as_a_typed_tree_with_places();
  void scalars_are_typed_by_the_core_schema_data();
  void scalars_are_typed_by_the_core_schema();
  void a_rule_at_the_top_of_plain_prose_is_no_front_matter();
  void the_fence_names_the_scenario();
  void blocks_without_a_name_are_numbered();
  void python_is_known_by_three_names();
  void other_blocks_stay_in_the_prose();
  void blocks_in_lists_and_quotations_are_scenarios_too();
  void a_place_in_the_code_is_a_place_in_the_file();
  void a_quiz_keeps_what_the_author_wrote();
  void a_quiz_asks_about_the_block_it_names_or_the_nearest_one_before_it();
  void segments_cover_the_body_in_order();
  void windows_and_old_mac_line_ends_are_read();
  void a_script_is_a_lesson_with_one_scenario();
  void the_title_of_a_script_data();
  void the_title_of_a_script();
  void about_names_are_read_and_written_alike();
  void chapters_are_numbered_from_one();
};

namespace {

QString kinds(const Lesson& lesson) {
  QStringList parts;
  for (const Segment& s : lesson.segments) {
    const char* kind = s.kind == Segment::Kind::prose ? "prose" : s.kind == Segment::Kind::quiz ? "quiz" : "scenario";
    parts << QString("%1 %2-%3").arg(kind).arg(s.first_line).arg(s.last_line);
  }
  return parts.join(", ");
}

}  // namespace

void LoaderTest::front_matter_fills_the_lesson() {
  const Lesson l = lesson(
      "---\ntitle: \"Two: workers\"\nchapter: Coordinating\norder: -7\ncompare: [a, 'b']\nlegacy: true\n...\n# H\n");
  QCOMPARE(text(l.title), QString("Two: workers"));
  QCOMPARE(text(l.chapter), QString("Coordinating"));
  QCOMPARE(*l.order, -7);
  QCOMPARE(l.compare.size(), 2U);
  QCOMPARE(text(l.compare[1].text), QString("b"));
  QCOMPARE(place(l.compare[1].at), QString("5:14"));
  QVERIFY(l.legacy);
  QCOMPARE(l.body_line, 8);
  QCOMPARE(l.headings.at(0).line, 8);
  QCOMPARE(text(l.path), QString("x.md"));
}

void LoaderTest::front_matter_is_kept_as_a_typed_tree_with_places() {
  const Lesson l = lesson(
      "---\ntitle: T\nworld:\n  hosts:\n    - name: a.example\n      latency: 0.5\n    - b\n  empty:\nlimits: {events: "
      "1000}\n---\n");
  QVERIFY(l.world() != nullptr);
  const Node& hosts = *l.world()->find("hosts");
  QCOMPARE(hosts.kind, Node::Kind::sequence);
  QCOMPARE(place(hosts.at), QString("5:5"));
  QCOMPARE(hosts.items[0].find("latency")->real, 0.5);
  QCOMPARE(place(hosts.items[0].find("latency")->at), QString("6:16"));
  QCOMPARE(place(hosts.items[0].entries[1].key.at), QString("6:7"));
  QCOMPARE(text(hosts.items[1].text), QString("b"));
  QCOMPARE(l.world()->find("empty")->kind, Node::Kind::null);
  QCOMPARE(place(l.world()->find("empty")->at), QString("8:3"));
  QCOMPARE(l.limits()->find("events")->integer, 1000);
  QCOMPARE(l.front_matter.find("nothing"), nullptr);
}

void LoaderTest::scalars_are_typed_by_the_core_schema_data() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<int>("kind");
  const auto row = [](const char* yaml, Node::Kind kind) { QTest::newRow(yaml) << QByteArray(yaml) << int(kind); };
  row("12", Node::Kind::integer);
  row("+12", Node::Kind::integer);
  row("-3", Node::Kind::integer);
  row("9223372036854775808", Node::Kind::real);
  row("1e3", Node::Kind::real);
  row("-.5", Node::Kind::real);
  row("true", Node::Kind::boolean);
  row("FALSE", Node::Kind::boolean);
  row("~", Node::Kind::null);
  row("null", Node::Kind::null);
  row("yes", Node::Kind::text);
  row("\"12\"", Node::Kind::text);
  row("'true'", Node::Kind::text);
  row("1.2.3", Node::Kind::text);
  row("2020-01-01", Node::Kind::text);
  row("nan", Node::Kind::text);
  row("-", Node::Kind::sequence);
  row("{a: 1}", Node::Kind::mapping);
}

void LoaderTest::scalars_are_typed_by_the_core_schema() {
  QFETCH(QByteArray, yaml);
  QFETCH(int, kind);
  const Lesson l = lesson("---\nworld:\n  value:\n    " + yaml.toStdString() + "\n---\n");
  QVERIFY(l.world() != nullptr);
  QCOMPARE(int(l.world()->find("value")->kind), kind);
}

void LoaderTest::a_rule_at_the_top_of_plain_prose_is_no_front_matter() {
  const Lesson l = lesson("---\nOnly a rule above: and prose.\n");
  QCOMPARE(l.body_line, 1);
  QCOMPARE(kinds(l), QString("prose 1-2"));
}

void LoaderTest::the_fence_names_the_scenario() {
  const Lesson l = lesson(
      "\n~~~~ Python  name='a-b'\ttitle=\"Say \\\"hi\\\"\" expect=asyncio.TimeoutError\nx = 1\n\n~~~\ny\n~~~~\n");
  const Scenario& s = l.scenarios.at(0);
  QCOMPARE(text(s.name.text), QString("a-b"));
  QCOMPARE(text(s.title), QString("Say \"hi\""));
  QCOMPARE(text(s.expect.text), QString("asyncio.TimeoutError"));
  QCOMPARE(text(s.code), QString("x = 1\n\n~~~\ny\n"));
  QCOMPARE(s.first_line, 3);
  QCOMPARE(place(s.at), QString("2:1"));
  QCOMPARE(place(s.name.at), QString("2:19"));
  QCOMPARE(s.attributes.size(), 3U);
  QCOMPARE(l.scenario("a-b"), &s);
  QCOMPARE(l.scenario("c"), nullptr);
}

void LoaderTest::blocks_without_a_name_are_numbered() {
  const Lesson l =
      lesson("```python\na\n```\n```python name=block-3\nb\n```\n```python\nc\n```\n```python name=in_turn\nd\n```\n");
  QCOMPARE(text(l.scenarios[0].name.text), QString("block-1"));
  QCOMPARE(text(l.scenarios[2].name.text), QString("block-3-too"));
  QCOMPARE(text(l.scenarios[0].title), QString("Block 1"));
  QCOMPARE(text(l.scenarios[3].title), QString("In turn"));
}

void LoaderTest::python_is_known_by_three_names() {
  QCOMPARE(lesson("```python\na\n```\n```py\nb\n```\n```Python3\nc\n```\n").scenarios.size(), 3U);
}

void LoaderTest::other_blocks_stay_in_the_prose() {
  const Lesson l = lesson("One\n\n```sh\nls\n```\n\n    indented\n\n```\nplain\n```\nTwo\n");
  QVERIFY(l.scenarios.empty());
  QCOMPARE(kinds(l), QString("prose 1-12"));
}

void LoaderTest::blocks_in_lists_and_quotations_are_scenarios_too() {
  const Lesson l = lesson("- item\n\n  ```python name=a\n  if x:\n      y\n  ```\n\n> ```python name=b\n> z\n> ```\n");
  QCOMPARE(l.scenarios.size(), 2U);
  QCOMPARE(text(l.scenarios[0].code), QString("if x:\n    y\n"));
  QCOMPARE(text(l.scenarios[1].code), QString("z\n"));
  QCOMPARE(l.scenarios[0].indent, 2);
  QCOMPARE(kinds(l), QString("prose 1-10"));
}

void LoaderTest::a_place_in_the_code_is_a_place_in_the_file() {
  const Lesson l = lesson("\n- item\n\n  ```python\n  one\n  two\n  ```\n");
  QCOMPARE(place(in_file(l.scenarios[0], {2, 3})), QString("6:5"));
}

void LoaderTest::a_quiz_keeps_what_the_author_wrote() {
  const Lesson l =
      lesson("# H\n```quiz\nask: Which\n  line?\nchoices: [1, \"2\", 3.0, true]\nanswer: 2\nwhy: So.\n```\n");
  const Quiz& quiz = l.quizzes.at(0);
  QCOMPARE(place(quiz.at), QString("2:1"));
  QCOMPARE(text(quiz.ask.text), QString("Which line?"));
  QCOMPARE(quiz.choices.size(), 4U);
  QCOMPARE(text(quiz.choices[2].text), QString("3.0"));
  QCOMPARE(text(quiz.choices[3].text), QString("true"));
  QCOMPARE(place(quiz.choices[1].at), QString("5:14"));
  QCOMPARE(text(quiz.answer->text), QString("2"));
  QCOMPARE(text(quiz.why), QString("So."));
  QVERIFY(!quiz.about && !quiz.scenario);
}

void LoaderTest::a_quiz_asks_about_the_block_it_names_or_the_nearest_one_before_it() {
  const std::string quiz = "```quiz\nask: a\nabout: end-time\n```\n";
  const std::string named = "```quiz\nask: a\nabout: end-time\nscenario: one\n```\n";
  const Lesson l = lesson(quiz + "```python name=one\na\n```\n```python name=two\na\n```\n" + quiz + named +
                          "```quiz\nask: a\nscenario: three\n```\n```python name=three-or-so\na\n```\n");
  QCOMPARE(scenario_of(l, l.quizzes[0]), l.scenario("one"));
  QCOMPARE(scenario_of(l, l.quizzes[1]), l.scenario("two"));
  QCOMPARE(scenario_of(l, l.quizzes[2]), l.scenario("one"));
  QCOMPARE(scenario_of(l, l.quizzes[3]), nullptr);
  const Lesson empty = lesson(quiz);
  QCOMPARE(scenario_of(empty, empty.quizzes[0]), nullptr);
}

void LoaderTest::segments_cover_the_body_in_order() {
  const Lesson l = lesson(
      "---\ntitle: T\n---\n\n# Head\ntext\n\n```python\na\n```\n\n```quiz\nask: q\n```\nmore\n\n[r]: "
      "http://r.example\n\n");
  QCOMPARE(kinds(l), QString("prose 5-6, scenario 8-10, quiz 12-14, prose 15-17"));
  QCOMPARE(text(l.segments[0].markdown), QString("# Head\ntext\n"));
  QCOMPARE(text(l.segments[3].markdown), QString("more\n\n[r]: http://r.example\n"));
}

void LoaderTest::windows_and_old_mac_line_ends_are_read() {
  const std::string unix = "---\ntitle: T\n---\n# H\n\n```python\na\nb\n```\n";
  std::string windows;
  std::string mac;
  for (const char c : unix) {
    windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    mac += c == '\n' ? '\r' : c;
  }
  QCOMPARE(text(lesson("\xEF\xBB\xBF" + windows).text), text(unix));
  QCOMPARE(text(lesson(mac).scenarios.at(0).code), QString("a\nb\n"));
}

void LoaderTest::a_script_is_a_lesson_with_one_scenario() {
  const Loaded loaded = load_lesson("x = 1\n#: cue\ny = 2\n", "some/dir/lock_contention.py");
  QVERIFY(loaded.diagnostics.empty());
  const Lesson& l = *loaded.lesson;
  QCOMPARE(text(l.title), QString("lock contention"));
  const Scenario& s = l.scenarios.at(0);
  QCOMPARE(text(s.name.text), QString("lock_contention"));
  QCOMPARE(text(s.code), text(l.text));
  QCOMPARE(s.cues.at(0).line, 3);
  QCOMPARE(place(s.cues.at(0).at), QString("2:1"));
  QCOMPARE(place(in_file(s, {3, 1})), QString("3:1"));
  QCOMPARE(kinds(l), QString("scenario 1-3"));
  QCOMPARE(l.front_matter.kind, Node::Kind::mapping);
}

void LoaderTest::the_title_of_a_script_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("title");
  QTest::newRow("docstring") << QByteArray("\"\"\"Two workers.\n\nMore.\n\"\"\"\n") << "Two workers.";
  QTest::newRow("docstring on one line") << QByteArray("r'''Two workers'''\nx\n") << "Two workers";
  QTest::newRow("docstring below its quotes") << QByteArray("\"\"\"\n\n  Two workers\n\"\"\"\n") << "Two workers";
  QTest::newRow("docstring without an end") << QByteArray("\"\"\"") << "my file";
  QTest::newRow("comment") << QByteArray("#!/usr/bin/python3\n# -*- coding: utf-8 -*-\n\n## Two workers\n# more\n")
                           << "Two workers";
  QTest::newRow("a cue is no title") << QByteArray("#: cue\nx = 1\n") << "my file";
  QTest::newRow("code first") << QByteArray("import asyncio\n# no title\n") << "my file";
  QTest::newRow("nothing") << QByteArray() << "my file";
}

void LoaderTest::the_title_of_a_script() {
  QFETCH(QByteArray, code);
  QFETCH(QString, title);
  QCOMPARE(text(load_lesson(code.toStdString(), "a/my-file.py").lesson->title), title);
}

void LoaderTest::about_names_are_read_and_written_alike() {
  for (const std::string_view name : about_names()) QCOMPARE(text(name_of(*about_named(name))), text(name));
  QCOMPARE(*about_named("last-print"), About::last_print);
  QVERIFY(!about_named("first"));
}

void LoaderTest::chapters_are_numbered_from_one() {
  int number = 0;
  for (const Chapter& chapter : chapters()) {
    QCOMPARE(chapter.number, ++number);
    QCOMPARE(chapter_number(chapter.title).value_or(0), number);
  }
  QCOMPARE(chapter_number("Sharing the loop").value_or(0), 3);
  QVERIFY(!chapter_number("sharing the loop"));
}

QTEST_APPLESS_MAIN(LoaderTest)
#include "loader_test.moc"
