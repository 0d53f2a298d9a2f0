// Prose as HTML, and as the lines that a reader reads.
#include <QTest>

#include "lesson_test.h"
#include "lessons/prose.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class ProseTest : public QObject {
  Q_OBJECT

 private slots:
  void markdown_becomes_html_data();
  void markdown_becomes_html();
  void blocks_between_prose_are_links();
  void links_to_blocks_can_be_left_out();
  void blocks_within_lists_are_links_where_they_stand();
  void one_segment_renders_alone_with_the_references_of_the_whole();
  void source_positions_are_lines_of_the_file();
  void inline_text_has_no_paragraph_data();
  void inline_text_has_no_paragraph();
  void lines_are_read_without_markup();
};

void ProseTest::markdown_becomes_html_data() {
  QTest::addColumn<QByteArray>("markdown");
  QTest::addColumn<QString>("html");
  const auto row = [](const char* name, const char* markdown, const char* html) {
    QTest::newRow(name) << QByteArray(markdown) << QString::fromUtf8(html);
  };
  row("heading", "# A `b`\n", "<h1>A <code>b</code></h1>\n");
  row("table", "| a | b |\n|---|:-:|\n| 1 | 2 |\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"center\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n"
      "<td align=\"center\">2</td>\n</tr>\n</tbody>\n</table>\n");
  row("strike-through", "~~a~~\n", "<p><del>a</del></p>\n");
  row("bare link", "see https://a.example/b\n", "<p>see <a href=\"https://a.example/b\">https://a.example/b</a></p>\n");
  row("task list", "- [x] a\n", "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>\n</ul>\n");
  row("image", "![alt](a.png \"t\")\n", "<p><img src=\"a.png\" alt=\"alt\" title=\"t\" /></p>\n");
  row("raw HTML is left out", "a <b onclick='x()'>b</b>\n",
      "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n");
  row("scripts are left out", "<script>x()</script>\n", "<!-- raw HTML omitted -->\n");
  row("links to scripts are left out", "[a](javascript:x)\n", "<p><a href=\"\">a</a></p>\n");
  row("other code stays", "```sh\nls <a>\n```\n", "<pre><code class=\"language-sh\">ls &lt;a&gt;\n</code></pre>\n");
}

void ProseTest::markdown_becomes_html() {
  QFETCH(QByteArray, markdown);
  QFETCH(QString, html);
  QCOMPARE(text(render_html(lesson(markdown.toStdString()))), html);
}

void ProseTest::blocks_between_prose_are_links() {
  const Lesson l =
      lesson("a\n```python name=\"ä-b\" title=\"x < y\"\npass\n```\nb\n```quiz\nask: What does `f()` print?\n```\n");
  QCOMPARE(text(render_html(l)),
           QString("<p>a</p>\n<p class=\"scenario\"><a href=\"#scenario-%C3%A4-b\">x &lt; y</a></p>\n<p>b</p>\n"
                   "<p class=\"quiz\"><a href=\"#quiz-1\">What does <code>f()</code> print?</a></p>\n"));
}

void ProseTest::links_to_blocks_can_be_left_out() {
  const Lesson l = lesson("a\n```python name=a\npass\n```\n```quiz\nask: Why?\n```\n");
  QCOMPARE(text(render_html(l, {.scenario_links = false, .quiz_links = false})), QString("<p>a</p>\n"));
}

void ProseTest::blocks_within_lists_are_links_where_they_stand() {
  const Lesson l = lesson("1. a\n\n   ```python name=one\n   pass\n   ```\n\n   ```quiz\n   ask: Why?\n   ```\n2. b\n");
  QCOMPARE(text(render_html(l)),
           QString("<ol>\n<li>\n<p>a</p>\n<p class=\"scenario\"><a href=\"#scenario-one\">One</a></p>\n"
                   "<p class=\"quiz\"><a href=\"#quiz-1\">Why?</a></p>\n"
                   "</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"));
}

void ProseTest::one_segment_renders_alone_with_the_references_of_the_whole() {
  const Lesson l =
      lesson("first\n```python\npass\n```\n[text][r]\n```python\npass\n```\nlast\n\n[r]: http://r.example\n");
  QCOMPARE(l.segments.size(), 5U);
  QCOMPARE(text(render_html(l, l.segments[2])), QString("<p><a href=\"http://r.example\">text</a></p>\n"));
  QCOMPARE(text(render_html(l, l.segments[4])), QString("<p>last</p>\n"));
  QCOMPARE(text(render_html(l, l.segments[1])),
           QString("<p class=\"scenario\"><a href=\"#scenario-block-1\">Block 1</a></p>\n"));
}

void ProseTest::source_positions_are_lines_of_the_file() {
  const Lesson l = lesson("---\ntitle: T\n---\n\n# Head\n\ntext\nmore\n");
  QCOMPARE(text(render_html(l, {.source_positions = true})),
           QString("<h1 data-sourcepos=\"5:1-5:6\">Head</h1>\n<p data-sourcepos=\"7:1-8:4\">text\nmore</p>\n"));
}

void ProseTest::inline_text_has_no_paragraph_data() {
  QTest::addColumn<QByteArray>("markdown");
  QTest::addColumn<QString>("html");
  QTest::newRow("plain") << QByteArray("a & b") << "a &amp; b";
  QTest::newRow("code") << QByteArray("`f(<a>)` runs") << "<code>f(&lt;a&gt;)</code> runs";
  QTest::newRow("emphasis") << QByteArray("**a** *b*") << "<strong>a</strong> <em>b</em>";
  QTest::newRow("a list is shown as it is") << QByteArray("1. <a>") << "1. &lt;a&gt;";
  QTest::newRow("a heading is shown as it is") << QByteArray("# a") << "# a";
  QTest::newRow("nothing") << QByteArray() << "";
  QTest::newRow("no raw HTML") << QByteArray("a<b>") << "a<!-- raw HTML omitted -->";
}

void ProseTest::inline_text_has_no_paragraph() {
  QFETCH(QByteArray, markdown);
  QFETCH(QString, html);
  QCOMPARE(text(render_inline(markdown.toStdString())), html);
}

void ProseTest::lines_are_read_without_markup() {
  const Lesson l = lesson(
      "---\ntitle: T\n---\n# A `head`\nthe **first**\nsecond [link](http://x)\n\n- item\n\n| a | b |\n|---|---|\n| 1 | "
      "2 "
      "|\n\n```python\nprint(1)\n```\n```sh\n\nls\n```\n```quiz\nask: Why?\n```\n> quoted\n\n    indented\n");
  QStringList lines;
  for (const ProseLine& line : prose_lines(l)) lines << QString("%1 %2").arg(line.line).arg(text(line.text));
  QCOMPARE(lines.join(" / "), QString("4 A head / 5 the first / 6 second link / 8 item / 10 a / 10 b / 12 1 / 12 2 / "
                                      "19 ls / 24 quoted / 26 indented"));
}

QTEST_APPLESS_MAIN(ProseTest)
#include "prose_test.moc"
