// Lessons that were cut, mangled or made to hurt: the loader answers, soon, with places that exist in the text.
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>
#include <random>

#include "lesson_test.h"
#include "lessons/catalogue.h"
#include "lessons/prose.h"
#include "lessons/search.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class RobustnessTest : public QObject {
  Q_OBJECT

 private slots:
  void every_truncation_of_a_lesson_is_answered_data();
  void every_truncation_of_a_lesson_is_answered();
  void lines_moved_about_are_answered_data();
  void lines_moved_about_are_answered();
  void bytes_changed_at_random_are_answered_data();
  void bytes_changed_at_random_are_answered();
  void hurtful_texts_are_answered_soon_data();
  void hurtful_texts_are_answered_soon();
};

namespace {

void lesson_rows() {
  QTest::addColumn<QByteArray>("lesson");
  const Catalogue catalogue = Catalogue::embedded();
  for (const Lesson& l : catalogue.lessons()) {
    QTest::newRow(l.path.c_str()) << QByteArray(l.text.data(), qsizetype(l.text.size()));
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Characters of a line, as columns count them.
int width(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  return int(
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// What must hold for every text; says what does not.
QString flaw_of(const std::string& bytes, std::string_view name = "x.md") {
  const Loaded loaded = load_lesson(bytes, name);
  if (!loaded.lesson) return has_errors(loaded.diagnostics) ? QString() : QString("refused without a reason");
  const Lesson& l = *loaded.lesson;
  const std::vector<std::string_view> lines = lines_of(l.text);
  for (const Diagnostic& d : loaded.diagnostics) {
    const bool exists =
        d.at == Position{1, 1} || (d.at.line >= 1 && d.at.line <= int(lines.size()) && d.at.column >= 1 &&
                                   d.at.column <= width(lines[std::size_t(d.at.line) - 1]) + 1);
    if (!exists) return "a place that does not exist: " + text(to_text(d));
  }
  for (const Scenario& s : l.scenarios) {
    if (std::count(s.code.begin(), s.code.end(), '\n') != std::count(s.shown.begin(), s.shown.end(), '\n')) {
      return "the shown code has other lines";
    }
    const int count = int(lines_of(s.code).size());
    for (const Cue& cue : s.cues) {
      if (cue.line < 1 || cue.line > count || cue.statement > cue.line) return "a cue beyond its code";
    }
  }
  int line = 0;
  for (const Segment& segment : l.segments) {
    if (segment.first_line <= line || segment.last_line < segment.first_line) return "segments overlap";
    line = segment.last_line;
  }
  render_html(l, {.source_positions = true});
  prose_lines(l);
  return {};
}

}  // namespace

void RobustnessTest::every_truncation_of_a_lesson_is_answered_data() { lesson_rows(); }

void RobustnessTest::every_truncation_of_a_lesson_is_answered() {
  QFETCH(QByteArray, lesson);
  const std::string whole = lesson.toStdString();
  for (std::size_t size = 0; size <= whole.size(); size += 7) {  // every place would take minutes
    const QString flaw = flaw_of(whole.substr(0, size));
    QVERIFY2(flaw.isEmpty(), qPrintable(QString("at %1 bytes: %2").arg(size).arg(flaw)));
  }
}

void RobustnessTest::lines_moved_about_are_answered_data() { lesson_rows(); }

void RobustnessTest::lines_moved_about_are_answered() {
  QFETCH(QByteArray, lesson);
  const std::string whole = lesson.toStdString();
  static constexpr std::array<std::string_view, 16> intruders{
      "---\n",         "```\n", "```python name=\"x\n", "> ```quiz\n", "- ```python\n",  "    \n",
      "#:\n",          "'''\n", "ask: [a: b\n",         "\tkey: 'v\n", "| a |\n|---|\n", "[r]: <u>\n",
      "1. ~~~~quiz\n", "...\n", "a: &b *b\n",           "\"\"\"\\"};
  std::mt19937 random(1);
  const auto below = [&random](std::size_t limit) { return std::size_t(random() % limit); };
  for (int round = 0; round < 150; ++round) {
    std::vector<std::string_view> lines = lines_of(whole);
    for (std::size_t change = 0, count = 1 + below(4); change < count; ++change) {
      const std::size_t at = below(lines.size());
      switch (below(3)) {
        case 0: lines.erase(lines.begin() + std::ptrdiff_t(at)); break;
        case 1: std::swap(lines[at], lines[below(lines.size())]); break;
        default: lines.insert(lines.begin() + std::ptrdiff_t(at), intruders[below(intruders.size())]);
      }
    }
    std::string mangled;
    for (const std::string_view line : lines) mangled += line;
    const QString flaw = flaw_of(mangled);
    QVERIFY2(flaw.isEmpty(), qPrintable(QString("round %1: %2\n%3").arg(round).arg(flaw, text(mangled))));
  }
}

void RobustnessTest::bytes_changed_at_random_are_answered_data() { lesson_rows(); }

void RobustnessTest::bytes_changed_at_random_are_answered() {
  QFETCH(QByteArray, lesson);
  static constexpr std::string_view bytes = "`~-:#'\"[]{}()>|\\ \t\n\r&*!%@,?=.0a\xC3\xFF";
  std::mt19937 random(2);
  for (int round = 0; round < 150; ++round) {
    std::string mangled = lesson.toStdString();
    for (int change = 0; change < 6; ++change) mangled[random() % mangled.size()] = bytes[random() % bytes.size()];
    for (const char* name : {"x.md", "x.py"}) {
      const QString flaw = flaw_of(mangled, name);
      QVERIFY2(flaw.isEmpty(), qPrintable(QString("round %1 as %2: %3").arg(round).arg(name, flaw)));
    }
  }
}

namespace {

std::string repeated(std::string_view part, std::size_t size) {
  std::string all;
  while (all.size() + part.size() <= size) all += part;
  return all;
}

}  // namespace

void RobustnessTest::hurtful_texts_are_answered_soon_data() {
  QTest::addColumn<QByteArray>("lesson");
  constexpr std::size_t size = std::size_t{1} << 19;
  const auto row = [](const char* name, const std::string& lesson) {
    QTest::newRow(name) << QByteArray(lesson.data(), qsizetype(lesson.size()));
  };
  row("deep YAML", "---\ntitle: " + std::string(size, '[') + "\n---\n");
  row(
      "deep block YAML", "---\nworld:\n" + [] {
        std::string all;
        for (std::size_t depth = 1; depth < 500; ++depth) all += std::string(depth, ' ') + "a:\n";
        return all;
      }() + "---\n");
  row(
      "many keys", "---\n" + [] {
        std::string all;
        for (int key = 0; key < 50000; ++key) all += "k" + std::to_string(key) + ": v\n";
        return all;
      }() + "---\n");
  row("many quotes in YAML", "---\nworld: [" + repeated("\"a\", ", size) + "]\n---\n");
  row("laughing aliases", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n");
  row("deep quotations", repeated("> ", 20000) + "a\n");
  row("deep lists", repeated("- ", 20000) + "a\n");
  row("many brackets", repeated("[", 50000));
  row("many backticks", repeated("a`b``c```", 50000));
  row("many stars", repeated("*a **a ", 50000));
  row("many blocks", repeated("```python\na\n```\n", size));
  row("many named alike", repeated("```py name=a\na\n```\n", size));
  row("many quizzes", repeated("```quiz\nask: a\n```\n\nb\n\n", std::size_t{1} << 18));
  row("one long line", std::string(size, 'a'));
  row("one long info string", "```python " + repeated("a=\"b\" ", 50000) + "\n```\n");
  row("many cues", "```python\n" + repeated("#: cue\n", size) + "```\n");
  row("many open brackets in code", "```python\n" + repeated("([{\n", size) + "```\n");
  row("many tables", repeated("|a|b|\n|-|-|\n|c|d|\n\n", std::size_t{1} << 18));
}

void RobustnessTest::hurtful_texts_are_answered_soon() {
  QFETCH(QByteArray, lesson);
  QElapsedTimer timer;
  timer.start();
  const QString flaw = flaw_of(lesson.toStdString());
  QVERIFY2(flaw.isEmpty(), qPrintable(flaw.left(300)));
  QVERIFY2(timer.elapsed() < 20000, qPrintable(QString("%1 ms").arg(timer.elapsed())));
  if (qEnvironmentVariableIsSet("LOOPLINE_SHOW_TIMES")) qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_APPLESS_MAIN(RobustnessTest)
#include "robustness_test.moc"
