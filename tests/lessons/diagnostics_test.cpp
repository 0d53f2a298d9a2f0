// Every message of the loader and of check, with its place. A row is a whole lesson and what is said about it.
#include <QTest>

#include "lesson_test.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class DiagnosticsTest : public QObject {
  Q_OBJECT

 private slots:
  void each_problem_is_told_with_its_place_data();
  void each_problem_is_told_with_its_place();
  void a_lesson_without_problems_is_told_nothing();
  void problems_come_in_the_order_of_the_text();
  void columns_count_characters_not_bytes();
  void a_lesson_with_errors_is_there_all_the_same();
};

namespace {

// A lesson with a block "one", so that only what the row is about is wrong.
std::string with_block(const std::string& front_matter, const std::string& rest = "") {
  return "---\ntitle: T\n" + front_matter + "---\n```python name=\"one\"\npass\n```\n" + rest;
}
std::string with_quiz(const std::string& quiz) {
  return "---\ntitle: T\n---\n```python name=\"one\"\npass\n```\n```quiz\n" + quiz + "```\n";
}
std::string with_fence(const std::string& fence, const std::string& code = "pass\n") {
  return "---\ntitle: T\n---\n" + fence + "\n" + code + "```\n";
}

void row(const char* name, const std::string& lesson, const char* expected) {
  QTest::newRow(name) << QByteArray::fromStdString(lesson) << QString::fromUtf8(expected);
}

void front_matter_rows() {
  row("front matter never closed", "---\ntitle: T\n\n```python\npass\n```\n",
      "x.md:1:1: error: The front matter that begins here is never closed; expected a line of '---' after it.\n");
  row("colon in a value", "---\ntitle: What: why\n---\n```python\npass\n```\n",
      "x.md:2:12: error: The front matter is not valid YAML. A value that contains ': ' must be in quotes.\n");
  row("tab in front", with_block("world:\n\thost: a\n"),
      "x.md:4:1: error: The front matter is not valid YAML. Indent with spaces, not with tabs.\n");
  row("list never closed", with_block("compare: [one\n"),
      "x.md:4:1: error: The front matter is not valid YAML. Expected a ']' at the end of the list.\n");
  row("table never closed", with_block("world: {a: 1\n"),
      "x.md:4:1: error: The front matter is not valid YAML. Expected a '}' at the end of the table.\n");
  row("special character", with_block("chapter: @home\n"),
      "x.md:3:10: error: The front matter is not valid YAML. A value that begins with a special character must be in "
      "quotes.\n");
  row("quote never closed", with_block("chapter: \"Stopping\norder: 3\n"),
      "x.md:3:10: error: The quote that begins here is never closed.\n");
  row("single quote never closed", with_block("chapter: 'it''s\n"),
      "x.md:3:10: error: The quote that begins here is never closed.\n");
  row("alias", with_block("world: &a\n  b: 1\nlimits: *a\n"),
      "x.md:5:9: error: Aliases (*name) are not supported; write the value out.\n");
  row("key twice", with_block("order: 1\norder: 2\n"),
      "x.md:4:1: error: The key 'order' stands here a second time; the first is on line 3.\n");
  row("key that is a list", with_block("[a]: 1\n"), "x.md:3:1: error: A key must be text, not a list or a table.\n");
  row("no keys at all", "---\n- a\n---\n```python\npass\n```\n",
      "x.md:2:1: error: The front matter must be lines of 'key: value', not a list.\n");
  row("nested too deeply", with_block("world: {a: " + std::string(70, '[') + std::string(70, ']') + "}\n"),
      "x.md:3:74: error: Nested too deeply; at most 64 levels are read.\n");
  row("no title", "Text\n\n```python\npass\n```\n",
      "x.md:1:1: hint: The lesson has no 'title' in its front matter; it is called 'x'.\n");
  row("no title but a heading", "# Why\n\n```python\npass\n```\n",
      "x.md:1:1: hint: The lesson has no 'title' in its front matter; it is called 'Why'.\n");
  row("title is a list", "---\ntitle: [a]\n---\n```python\npass\n```\n",
      "x.md:1:1: hint: The lesson has no 'title' in its front matter; it is called 'x'.\n"
      "x.md:2:8: error: 'title' must be text, not a list.\n");
  row("order is a word", with_block("order: first\n"),
      "x.md:3:8: error: 'order' must be a whole number, not 'first'.\n");
  row("order is a fraction", with_block("order: 1.5\n"),
      "x.md:3:8: error: 'order' must be a whole number, not '1.5'.\n");
  row("order is a list", with_block("order: [1]\n"), "x.md:3:8: error: 'order' must be a whole number, not a list.\n");
  row("order is absent", with_block("order:\n"), "x.md:3:1: error: 'order' must be a whole number, not nothing.\n");
  row("legacy is a word", with_block("legacy: yes\n"), "x.md:3:9: error: 'legacy' must be true or false, not 'yes'.\n");
  row("legacy is a list", with_block("legacy: [true]\n"), "x.md:3:9: error: 'legacy' must be true or false.\n");
  row("world is a word", with_block("world: big\n"),
      "x.md:3:8: error: 'world' must be lines of 'key: value', not text.\n");
  row("limit of another kind", with_block("limits:\n  events: many\n  memory: 1.5\n  virtual_seconds: 1.5\n"),
      "x.md:4:11: error: The limit 'events' must be a whole number above 0.\n"
      "x.md:5:11: error: The limit 'memory' must be a whole number above 0.\n");
  row("unknown limit", with_block("limits: {instruction: 5}\n"),
      "x.md:3:10: hint: The limit 'instruction' is unknown. Did you mean 'instructions'?\n");
  row("limits is a number", with_block("limits: 5\n"),
      "x.md:3:9: error: 'limits' must be lines of 'key: value', not a whole number.\n");
  row("unknown key", with_block("tags: [a, b]\n"),
      "x.md:3:1: hint: The key 'tags' means nothing to a lesson and is ignored.\n");
  row("misspelt key", with_block("chaptre: Stopping\n"),
      "x.md:3:1: hint: The key 'chaptre' means nothing to a lesson and is ignored. Did you mean 'chapter'?\n");
  row("misspelt chapter", with_block("chapter: Starting wrok\n"),
      "x.md:3:10: hint: 'Starting wrok' is no chapter of the catalogue. Did you mean 'Starting work'?\n");
}

void compare_rows() {
  row("compare is a word", with_block("compare: one\n"),
      "x.md:3:10: error: 'compare' must be a list of block names, as in [first, second], not text.\n");
  row("compare holds a list", with_block("compare: [one, [two]]\n"),
      "x.md:3:11: hint: There is nothing to compare 'one' with; expected two or three names.\n"
      "x.md:3:16: error: 'compare' must list names of python blocks, not a list.\n");
  row("compare names no block", with_block("compare: [one, two]\n"),
      "x.md:3:16: error: 'compare' names 'two', but no python block has that name.\n");
  row("compare nearly names a block", with_block("compare: [one, thre]\n", "```python name=three\npass\n```\n"),
      "x.md:3:16: error: 'compare' names 'thre', but no python block has that name. Did you mean 'three'?\n");
  row("compare names a block twice", with_block("compare: [one, one]\n"),
      "x.md:3:16: error: 'compare' names 'one' twice.\n");
  row("compare names one block", with_block("compare: [one]\n"),
      "x.md:3:11: hint: There is nothing to compare 'one' with; expected two or three names.\n");
  row("compare names four blocks",
      with_block("compare: [one, b, c, d]\n",
                 "```python name=b\npass\n```\n```python name=c\npass\n```\n```python name=d\npass\n```\n"),
      "x.md:3:22: hint: More than three blocks do not fit side by side; this one and what follows is not compared.\n");
}

void fence_rows() {
  row("no python block", "---\ntitle: T\n---\nText.\n",
      "x.md:1:1: hint: The lesson has no python block, so there is nothing to run.\n");
  row("block never closed", "---\ntitle: T\n---\n```python\npass\n",
      "x.md:4:1: error: The block that begins here is never closed; expected a line of '```' after it.\n");
  row("block closed by too few", "---\ntitle: T\n---\n````python\npass\n```\n",
      "x.md:4:1: error: The block that begins here is never closed; expected a line of '````' after it.\n");
  row("tildes never closed", "---\ntitle: T\n---\n~~~python\npass\n```\n",
      "x.md:4:1: error: The block that begins here is never closed; expected a line of '~~~' after it.\n");
  row("block in a quotation never closed", "---\ntitle: T\n---\n> ```python\n> pass\n\nText.\n",
      "x.md:4:3: error: The block that begins here is never closed; expected a line of '```' after it.\n");
  row("block of another language never closed", with_block("", "```text\nabc\n"),
      "x.md:7:1: error: The block that begins here is never closed; expected a line of '```' after it.\n");
  row("empty block", with_fence("```python name=\"a\"", "\n"), "x.md:4:1: error: The block 'a' holds no code.\n");
  row("name twice", with_block("", "```python name=\"one\"\npass\n```\n"),
      "x.md:7:16: error: The name 'one' is taken by the block on line 4; every block needs its own.\n");
  row("name with a space", with_fence("```python name=\"a b\""),
      "x.md:4:16: error: 'a b' is no name for a block; expected letters, digits, '-', '_' and '.'.\n");
  row("quote on the fence never closed", with_fence("```python name=\"a"),
      "x.md:4:16: error: The quote that begins here is never closed.\n");
  row("attribute twice", with_fence("```python name=a name=b"),
      "x.md:4:18: error: 'name' stands on this line a second time.\n");
  row("misspelt attribute", with_fence("```python nmae=a"),
      "x.md:4:11: hint: 'nmae' means nothing on a python block and is ignored. Did you mean 'name'?\n");
  row("no attribute", with_fence("```python {1,3}"),
      "x.md:4:11: hint: '{1,3}' is not understood and ignored; expected key=\"value\".\n");
  row("misspelt language", with_block("", "```pyhton name=\"b\"\npass\n```\n"),
      "x.md:7:4: hint: A block of 'pyhton' is shown but not run; only python and quiz blocks mean more. Did you mean "
      "'python'?\n");
  row("misspelt quiz", with_block("", "```quizz\nask: a\n```\n"),
      "x.md:7:4: hint: A block of 'quizz' is shown but not run; only python and quiz blocks mean more. Did you mean "
      "'quiz'?\n");
  row("no way to end", with_fence("```python name=a expect=\"deadlok\""),
      "x.md:4:25: error: 'deadlok' is no way to end; expected an exception's name, deadlock or limit. Did you mean "
      "'deadlock'?\n");
  row("no name of an exception", with_fence("```python name=a expect=\"Value Error\""),
      "x.md:4:25: error: 'Value Error' is no way to end; expected an exception's name, deadlock or limit.\n");
  row("cue without a line", with_fence("```python name=a", "pass\n\n  #: lost\n"),
      "x.md:7:3: error: No line of code follows this cue, so it would never be shown.\n");
  row("empty cue", with_fence("```python name=a", "pass  #:\n"),
      "x.md:5:7: hint: This cue is empty; expected text after '#:'.\n");
}

void quiz_rows() {
  row("quiz is no table", with_quiz("Why?\n"), "x.md:8:1: error: The quiz must be lines of 'key: value', not text.\n");
  row("quiz is no YAML", with_quiz("ask: Which: a or b?\n"),
      "x.md:8:11: error: The quiz is not valid YAML. A value that contains ': ' must be in quotes.\n");
  row("quiz of two documents", with_quiz("ask: a\nabout: end-time\n---\nb: c\n"),
      "x.md:10:1: error: Expected one YAML document; a second one begins here.\n");
  row("quiz asks nothing", with_quiz("about: end-time\n"),
      "x.md:7:1: error: The quiz asks nothing; expected 'ask: …'.\n");
  row("ask is a list", with_quiz("ask: [a]\nabout: end-time\n"),
      "x.md:7:1: error: The quiz asks nothing; expected 'ask: …'.\nx.md:8:6: error: 'ask' must be text, not a list.\n");
  row("quiz without an answer", with_quiz("ask: Why?\n"),
      "x.md:7:1: error: The quiz has no answer; expected 'about', or 'choices' and 'answer'.\n");
  row("choices without an answer", with_quiz("ask: Why?\nchoices: [a, b]\n"),
      "x.md:7:1: error: The quiz has no answer; expected 'about', or 'choices' and 'answer'.\n");
  row("answer without choices", with_quiz("ask: Why?\nanswer: a\n"),
      "x.md:7:1: error: The quiz has no answer; expected 'about', or 'choices' and 'answer'.\n");
  row("answer is no choice", with_quiz("ask: Why?\nchoices: [first, second]\nanswer: frist\n"),
      "x.md:10:9: error: The answer 'frist' is not among the choices. Did you mean 'first'?\n");
  row("unknown about", with_quiz("ask: Why?\nabout: first-prnt\n"),
      "x.md:9:8: error: 'about' is 'first-prnt'; expected first-print, print-order, next-task, end-time or last-print. "
      "Did you mean 'first-print'?\n");
  row("about and answer", with_quiz("ask: Why?\nabout: end-time\nanswer: a\n"),
      "x.md:10:9: error: The answer comes from the trace, because of 'about'; leave out one of the two.\n");
  row("answer from the trace without about", with_quiz("ask: Why?\nchoices: [a, b]\nanswer: from-trace\n"),
      "x.md:10:9: error: An answer from the trace needs 'about' to say what is asked: first-print, print-order, "
      "next-task, end-time or last-print.\n");
  row("choices are a word", with_quiz("ask: Why?\nabout: end-time\nchoices: a\n"),
      "x.md:10:10: error: 'choices' must be a list, as in [\"1\", \"2\"], not text.\n");
  row("a choice is a table", with_quiz("ask: Why?\nabout: end-time\nchoices: [a, {b: c}, d]\n"),
      "x.md:10:14: error: A choice must be text, not a table of keys.\n");
  row("one choice", with_quiz("ask: Why?\nchoices: [a]\nanswer: a\n"),
      "x.md:9:11: error: One choice is no question; expected at least two.\n");
  row("choice twice", with_quiz("ask: Why?\nchoices: [a, b, a]\nanswer: a\n"),
      "x.md:9:17: error: The choice 'a' stands here a second time.\n");
  row("quiz about no block", with_quiz("ask: Why?\nabout: end-time\nscenario: ono\n"),
      "x.md:10:11: error: The quiz is about 'ono', but no python block has that name. Did you mean 'one'?\n");
  row("unknown key in a quiz", with_quiz("ask: Why?\nabout: end-time\nchoice: [a]\n"),
      "x.md:10:1: hint: The key 'choice' means nothing to a quiz and is ignored. Did you mean 'choices'?\n");
  row("about without any block", "---\ntitle: T\n---\n```quiz\nask: Why?\nabout: end-time\n```\n",
      "x.md:1:1: hint: The lesson has no python block, so there is nothing to run.\n"
      "x.md:6:8: error: The lesson has no python block whose trace could give the answer.\n");
  row("quiz in a list", with_block("", "- item\n\n  ```quiz\n  ask: Why?\n  about: nd-time\n  ```\n"),
      "x.md:11:10: error: 'about' is 'nd-time'; expected first-print, print-order, next-task, end-time or last-print. "
      "Did you mean 'end-time'?\n");
}

}  // namespace

void DiagnosticsTest::each_problem_is_told_with_its_place_data() {
  QTest::addColumn<QByteArray>("lesson");
  QTest::addColumn<QString>("expected");
  front_matter_rows();
  compare_rows();
  fence_rows();
  quiz_rows();
}

void DiagnosticsTest::each_problem_is_told_with_its_place() {
  QFETCH(QByteArray, lesson);
  QFETCH(QString, expected);
  QCOMPARE(texts(load_lesson(lesson.toStdString(), "x.md").diagnostics), expected);
}

void DiagnosticsTest::a_lesson_without_problems_is_told_nothing() {
  const std::string good =
      with_block("chapter: Stopping\norder: 3\ncompare: [one, two]\nlegacy: true\nworld:\n  input: x\n",
                 "```python name='two' title=\"a \\\"b\\\"\" expect=ValueError\npass  #: c\n```\n"
                 "```quiz\nask: Why?\nabout: end-time\nanswer: from-trace\n```\n");
  QCOMPARE(texts(load_lesson(good, "x.md").diagnostics), QString());
}

void DiagnosticsTest::problems_come_in_the_order_of_the_text() {
  const Loaded loaded =
      load_lesson(with_block("compare: [a, b]\nzzz: 1\n", "```python nmae=a\npass #:\n```\n"), "x.md");
  QVERIFY(loaded.diagnostics.size() == 5);
  for (std::size_t i = 1; i < loaded.diagnostics.size(); ++i) {
    QVERIFY(loaded.diagnostics[i - 1].at <= loaded.diagnostics[i].at);
  }
}

void DiagnosticsTest::columns_count_characters_not_bytes() {
  QCOMPARE(texts(load_lesson(with_block("compare: [\"ä…\", ö]\n"), "x.md").diagnostics),
           text("x.md:3:11: error: 'compare' names 'ä…', but no python block has that name.\n"
                "x.md:3:17: error: 'compare' names 'ö', but no python block has that name.\n"));
  QCOMPARE(texts(load_lesson(with_fence("```python title=\"äöü\" nmae=a", "s = 'ß'  #:\n"), "x.md").diagnostics),
           text("x.md:4:23: hint: 'nmae' means nothing on a python block and is ignored. Did you mean 'name'?\n"
                "x.md:5:10: hint: This cue is empty; expected text after '#:'.\n"));
}

void DiagnosticsTest::a_lesson_with_errors_is_there_all_the_same() {
  const Loaded loaded = load_lesson("---\ntitle: [\norder: x\n---\n# Head\n```python name=a\nprint(1)\n", "x.md");
  QVERIFY(has_errors(loaded.diagnostics));
  QVERIFY(loaded.lesson.has_value());
  QCOMPARE(text(loaded.lesson->title), QString("Head"));
  QCOMPARE(text(loaded.lesson->scenario("a")->code), QString("print(1)\n"));
}

QTEST_APPLESS_MAIN(DiagnosticsTest)
#include "diagnostics_test.moc"
