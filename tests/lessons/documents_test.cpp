// Code in documents of every kind: where each block stands, what it builds on, what it takes for granted.
#include <QTest>

#include "lesson_test.h"
#include "lessons/program.h"
#include "lessons/prose.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class DocumentsTest : public QObject {
  Q_OBJECT

 private slots:
  void every_block_is_found_data();
  void every_block_is_found();
  void a_block_takes_what_it_builds_on();
  void a_name_nobody_defines_is_imported();
  void a_session_is_read_without_its_prompts();
  void what_python_dropped_is_turned_on_data();
  void what_python_dropped_is_turned_on();
  void added_lines_lead_back_to_the_file();
  void prose_of_other_formats_is_shown();
  void a_lesson_s_own_blocks_stand_alone();
};

namespace {

Lesson document(const QByteArray& content, const char* name) {
  return *load_lesson(content.toStdString(), name).lesson;
}

// "fence 3-4", with "?" for doubt.
QString found_in(const Lesson& lesson) {
  const QStringList kinds{"fence", "indent", "repl", "bare"};
  QStringList found;
  for (const Scenario& s : lesson.scenarios) {
    const auto lines = std::count(s.own.begin(), s.own.end(), '\n');
    found << QString("%1 %2-%3%4")
                 .arg(kinds[int(s.kind)])
                 .arg(s.first_line)
                 .arg(s.first_line + int(lines) - 1)
                 .arg(s.doubt.empty() ? "" : "?");
  }
  return found.join(", ");
}

QString numbers(const std::vector<std::size_t>& all) {
  QStringList list;
  for (const std::size_t each : all) list << QString::number(each + 1);
  return list.join(" ");
}

QString assumed(const Scenario& scenario) {
  QStringList list;
  for (const AssumedImport& each : scenario.assumed) list << text(each.statement);
  return list.join("; ");
}

void row(const char* title, const char* name, const QByteArray& content, const char* expected) {
  QTest::newRow(title) << QByteArray(name) << content << QString(expected);
}

void markdown_rows() {
  row("fences of many names", "a.md",
      "```py\nx = 1\n```\n```{.python .numberLines}\nx = 2\n```\n```python:main.py\nx = 3\n```\n~~~ Python3\nx = "
      "4\n~~~\n",
      "fence 2-2, fence 5-5, fence 8-8, fence 11-11");
  row("fences of other languages", "a.md",
      "```bash\npip install x\n```\n```json\n{\"a\": 1}\n```\n```output\nprint(1)\n```\n", "");
  row("fences without a language", "a.md", "```\nimport asyncio\n```\n```\nhello\nworld\n```\n```\n$ ls\n```\n",
      "fence 2-2");
  row("an indented block", "a.md", "Text.\n\n    def f():\n        return 1\n\n    f()\n\nMore.\n", "indent 3-6");
  row("an indented block of a shell", "a.md", "Text.\n\n    $ python main.py\n    hello\n", "");
  row("a session without a fence", "a.md", "Text:\n\n>>> 1 + 1\n2\n\nMore.\n", "repl 3-4");
  row("a session in a fence", "a.md", "```pycon\n>>> x = 1\n>>> x\n1\n```\n", "repl 2-4");
  row("a session in a fence below a comment", "a.md", "```python\n# so\n>>> x = 1\n>>> x\n1\n```\n", "repl 2-5");
  row("a session in a fence below code", "a.md", "```python\nimport sys\n>>> sys.argv\n```\n", "repl 2-3");
  row("a docstring's session is no session", "a.md", "```python\ndef f():\n    \"\"\"\n>>> f()\n    \"\"\"\n```\n",
      "fence 2-5");
  row("words after quotation marks", "a.md", "Text:\n\n>>> so he said to me\n>>> and she to him\n", "");
  row("Python 2 at a prompt", "a.md", "Text:\n\n>>> print 'x'\nx\n", "repl 3-4");
  row("cog's blocks", "a.md", "Text\n\n[[[cog\nimport os\nprint(os)\n]]]\n[[[end]]]\n", "fence 4-5");
  row("sessions apart by an empty line", "a.md", "Text:\n\n>>> x = 1\n\n>>> x\n1\n\nMore.\n", "repl 3-6");
  row("tags of site generators", "a.md",
      "---\nlayout: post\n---\n{% highlight python linenos %}\nx = 1\n{% endhighlight %}\n\n{{< highlight py >}}\nx = "
      "2\n{{< "
      "/highlight >}}\n",
      "fence 5-5, fence 9-9");
  row("a saved page", "a.md", "<pre><code class=\"language-python\">if 1 &lt; 2:\n    print(1)\n</code></pre>\n",
      "fence 1-2");
  row("front matter in TOML", "a.md", "+++\ntitle = \"Loops\"\ndate = 2020-01-01\n+++\n\n```python\nx = 1\n```\n",
      "fence 7-7");
  row("in a list", "a.md", "1. First\n\n   ```python\n   x = 1\n   ```\n2. Second\n", "fence 4-4");
  row("Python 2", "a.md", "Text:\n\n    def f():\n        print \"x\"\n", "indent 3-4?");
  row("a word of prose on its own", "a.md", "Hello\n\nNote: this\n\nfor example:\n\n- one\n", "");
}

void text_rows() {
  row("bare code between paragraphs", "a.txt",
      "Here is a coroutine.\n\nimport asyncio\n\nasync def main():\n    print('a')\n\n    await asyncio.sleep(1)\n\n"
      "asyncio.run(main())\n\nThat was it.\n",
      "bare 3-10");
  row("comments above belong to the code", "a.txt", "Text.\n\n# make it\nx = make(1)\ny = 2\n\nText.\n", "bare 3-5");
  row("a line within a paragraph", "a.txt", "You call it like this,\nasyncio.run(main())\nand it works.\n",
      "bare 2-2?");
  row("a line of its own", "a.txt", "You call it so.\n\nasyncio.run(main())\n\nIt works.\n", "bare 3-3?");
  row("prose that parses", "a.txt", "Warning: danger\n\nyes\n\nwith care: go\n\n3.5\n\nNote (see)\n", "");
  row("output behind code", "a.txt", "x = 1\nprint(x)\n\nOutput:\n\n1\n", "bare 1-2");
  row("indented code", "a.txt", "So:\n\n  for i in range(3):\n      print(i)\n\nDone.\n", "indent 3-4");
}

// What stands in front of every line and is no code.
void marked_rows() {
  row("numbered lines in a fence", "a.md", "```python\n1   x = 1\n2   if x:\n3       print(x)\n4   \n5   y = 2\n```\n",
      "fence 2-6?");
  row("numbers that are code", "a.md", "```python\n1\n2\n```\n", "fence 2-3");
  row("numbered lines, indented", "a.md", "So:\n\n     9  x = 1\n    10  print(x)\n\nDone.\n", "indent 3-4?");
  row("a numbered list", "a.md", "1. Install Python.\n2. Run it.\n3. Done\n", "");
  row("numbered lines without a mark", "a.txt", "So:\n\n1: import time\n2: time.sleep(1)\n\nDone.\n", "bare 3-4?");
  row("quoted mail", "a.txt",
      "You wrote:\n\n> I tried this:\n>\n> import asyncio\n>\n> async def main():\n>     await asyncio.sleep(1)\n>\n"
      "> asyncio.run(main())\n>\n> Why does it wait?\n\nIt sleeps.\n",
      "bare 5-10?");
  row("mail quoted twice", "a.txt", "He wrote:\n\n> > for i in range(3):\n> >     print(i)\n\nYes.\n", "bare 3-4?");
  row("quoted mail in Markdown", "a.md", "You wrote:\n\n> for i in range(3):\n>     print(i)\n\nYes.\n", "bare 3-4?");
  row("quoted prose", "a.md", "> Note: this is prose.\n> It stays so\n", "");
}

void rst_rows() {
  row("directives", "a.rst",
      "Title\n=====\n\n.. code-block:: python3\n   :linenos:\n\n   x = 1\n\n.. code-block:: bash\n\n   ls\n\n.. "
      "code::\n\n"
      "   y = 2\n",
      "fence 7-7, fence 15-15");
  row("literal blocks", "a.rst", "Like this::\n\n    import os\n    x = 1\n\nnot this::\n\n    hello world\n",
      "indent 3-4");
  row("doctest blocks", "a.rst", "Text\n\n>>> 1\n1\n\nText\n", "repl 3-4");
  row("the output of something else", "a.rst", ".. code-block:: none\n\n   >>> about to go\n   >>> 1\n", "");
  row("a session in a literal block", "a.rst", "So::\n\n   >>> for i in x:\n   ...     i\n   1\n\n   2\n\nText\n",
      "repl 3-7");
  row("within a note", "a.rst", ".. note::\n\n   Like this::\n\n      x = f(1)\n\n   More.\n", "indent 5-5");
  row("comments are left out", "a.rst", "..\n   x = f(1)\n   y = g(2)\n\nText\n", "");
}

}  // namespace

void DocumentsTest::every_block_is_found_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("expected");
  markdown_rows();
  text_rows();
  marked_rows();
  rst_rows();
}

void DocumentsTest::every_block_is_found() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, content);
  QFETCH(QString, expected);
  QCOMPARE(found_in(document(content, name.constData())), expected);
}

void DocumentsTest::a_block_takes_what_it_builds_on() {
  const Lesson l = document(
      "```python\nimport asyncio\n```\n"                                        // 1
      "```python\ndef helper():\n    return 1\n```\n"                           // 2
      "```python\nasync def main():\n    print(helper())\n```\n"                // 3
      "```python\nunrelated = 5\n```\n"                                         // 4
      "```python\ndef helper():\n    return 2\n```\n"                           // 5
      "```python\nasyncio.run(main())\n```\n"                                   // 6
      "```python\nfor i in range(3):\n    print(i)\n```\n"                      // 7
      "```python\nfrom __future__ import annotations\nprint(helper())\n```\n",  // 8
      "a.md");
  QStringList needs;
  for (const Scenario& s : l.scenarios) needs << numbers(s.needs);
  QCOMPARE(needs, (QStringList{"", "", "2", "", "", "1 3 5", "", "5"}));
  QCOMPARE(text(l.scenarios[5].code), QString("import asyncio\nasync def main():\n    print(helper())\ndef helper():\n "
                                              "   return 2\nasyncio.run(main())\n"));
  QCOMPARE(text(l.scenarios[7].code),
           QString("from __future__ import annotations\ndef helper():\n    return 2\n\nprint(helper())\n"));
  QCOMPARE(text(program_of(l, l.scenarios[5], With::nothing).source), QString("asyncio.run(main())\n"));
}

void DocumentsTest::a_name_nobody_defines_is_imported() {
  const auto first = [](const char* code) {
    return assumed(document("```python\n" + QByteArray(code) + "\n```\n", "a.md").scenarios[0]);
  };
  QCOMPARE(first("asyncio.run(time.sleep(1))"), QString("import asyncio; import time"));
  QCOMPARE(first("async def f():\n    await sleep(1)"), QString("from asyncio import sleep"));
  QCOMPARE(first("sleep(1)"), QString("from time import sleep"));
  QCOMPARE(first("queue.put(1)"), QString());
  QCOMPARE(first("queue.Queue()"), QString("import queue"));
  QCOMPARE(first("def f(asyncio):\n    return asyncio.x"), QString());
  QCOMPARE(first("[time for time in range(3)]"), QString());
  QCOMPARE(first("import asyncio\nasyncio.run(1)"), QString());
  QCOMPARE(first("for i in xrange(3): print(i)"), QString("xrange = range"));
  const Lesson program =
      document("```python\nimport trio\nprint(1)\n```\n```python\nawait trio.sleep(1)\n```\n", "a.md");
  QCOMPARE(assumed(program.scenarios[1]), QString("import trio"));
  QVERIFY2(program.scenarios[1].needs.empty(), "a program is not run for an import of its own");
  QCOMPARE(std::string(program.scenarios[1].form.runner), std::string("trio"));
  const Lesson handled =
      document("```python\ne = 1\n```\n```python\ntry:\n    f = 1\nexcept E as e:\n    print(e)\n```\n", "a.md");
  QVERIFY(handled.scenarios[1].needs.empty());
  const Lesson star =
      document("```python\nfrom decimal import *\n```\n```python\nDecimal(1); nobody(2)\n```\n", "a.md");
  QCOMPARE(assumed(star.scenarios[1]), QString("from decimal import Decimal"));
  const Lesson later = document("```python\nnp.sum()\n```\n```python\nimport numpy as np\n```\n", "a.md");
  QCOMPARE(assumed(later.scenarios[0]), QString("import numpy as np"));
}

void DocumentsTest::a_session_is_read_without_its_prompts() {
  const Lesson l = document(
      ">>> def f():\n>>>     return 1\n>>> f()\n1\n>>> if f():\n...     print(2)\n... else:\n...     "
      "print(3)\n...\n2\n>>> x = [\n"
      "... 1]\n>>> x\n[1]\n",
      "a.md");
  QCOMPARE(l.scenarios.size(), std::size_t(1));
  const Scenario& s = l.scenarios[0];
  QCOMPARE(text(s.code), QString("def f():\n    return 1\nf()\n# 1\nif f():\n    print(2)\nelse:\n    print(3)\n\n# "
                                 "2\nx = [\n1]\nx\n# [1]\n"));
  QStringList inputs;
  for (const SessionInput& input : s.inputs) {
    inputs << QString("%1-%2 %3").arg(input.line).arg(input.last_line).arg(text(input.expected).trimmed());
  }
  QCOMPARE(inputs, (QStringList{"1-2 ", "3-3 1", "5-8 2", "11-12 ", "13-13 [1]"}));
  QCOMPARE(text(session_difference(s, "1\n2\n[1]\n")), QString());
  QCOMPARE(text(session_difference(s, "1\n2\n[2]\n")), QString("It prints '[2]' where the text shows '[1]'."));
  const Lesson remarked = document(">>> print(1)\n1\n# then\n>>> print(2)\n# nothing\n2\n", "a.md");
  QCOMPARE(text(session_difference(remarked.scenarios[0], "1\n2\n")), QString());
  const Lesson aligned = document(">>> for i in (8, 10):\n...     print('%2d' % i)\n...\n 8\n10\n", "a.md");
  QCOMPARE(text(aligned.scenarios[0].inputs[0].expected), QString(" 8\n10\n"));
  const Lesson started = document("```pycon\n$ python -m asyncio\nasyncio REPL ...\n>>> 1\n1\n```\n", "a.md");
  QCOMPARE(text(started.scenarios[0].code), QString("# $ python -m asyncio\n# asyncio REPL ...\n1\n# 1\n"));
  QCOMPARE(text(session_difference(s, "1\n2\n")), QString("It does not print '[1]', as the text shows."));
}

void DocumentsTest::what_python_dropped_is_turned_on_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("since");
  const auto legacy = [](const char* code, const char* since) {
    QTest::newRow(code) << QByteArray(code) << QString(since);
  };
  legacy("@asyncio.coroutine\ndef f():\n    yield from asyncio.sleep(1)", "3.11");
  legacy("lock = asyncio.Lock(loop=loop)", "3.10");
  legacy("asyncio.Task.all_tasks()", "3.9");
  legacy("async def f(): pass\nasync def g():\n    await asyncio.wait([f(), f()])", "3.11");
  legacy("async def f(): pass\ntasks = [f() for i in range(3)]\nloop.run_until_complete(asyncio.wait(tasks))", "3.11");
  legacy("asyncio.async(f())", "3.7");
  legacy("async def f():\n    await asyncio.wait([asyncio.create_task(f())])", "");
}

void DocumentsTest::what_python_dropped_is_turned_on() {
  QFETCH(QByteArray, code);
  QFETCH(QString, since);
  const Lesson l = document("```python\n" + code + "\n```\n", "a.md");
  QCOMPARE(program_of(l, l.scenarios[0]).legacy, !since.isEmpty());
  QVERIFY2(text(l.scenarios[0].legacy).contains(since), l.scenarios[0].legacy.c_str());
  const Lesson script = document(code + "\n", "a.py");
  QVERIFY(!program_of(script, script.scenarios[0]).legacy);
}

void DocumentsTest::added_lines_lead_back_to_the_file() {
  const Lesson l =
      document("```python\ndef f():\n    pass\n```\n\n- item\n\n  ```python\n  f()\n  time.sleep(1)\n  ```\n", "a.md");
  const Scenario& s = l.scenarios[1];
  QCOMPARE(text(s.code), QString("import time\ndef f():\n    pass\nf()\ntime.sleep(1)\n"));
  QCOMPARE(in_file(s, {3, 5}), (Position{3, 5}));
  QCOMPARE(in_file(s, {5, 1}), (Position{10, 3}));
  QCOMPARE(in_file(s, {1, 1}), s.at);
  QCOMPARE(in_file(s, With::nothing, {3, 1}), (Position{10, 3}));
}

void DocumentsTest::prose_of_other_formats_is_shown() {
  const Lesson rst = document(
      "Loops\n=====\n\nUse :func:`asyncio.run` and `this <https://x.org>`_::\n\n   asyncio.run(f())\n\n.. note::\n   "
      "Done.\n",
      "a.rst");
  QCOMPARE(text(rst.title), QString("Loops"));
  QCOMPARE(text(render_html(rst)),
           QString("<h1>Loops</h1>\n<p>Use <code>asyncio.run</code> and <a href=\"https://x.org\">this</a>:</p>\n"
                   "<p class=\"scenario\"><a href=\"#scenario-block-1\">Block "
                   "1</a></p>\n<p><strong>Note</strong>\nDone.</p>\n"));
  const Lesson plain = document("First.\n\nimport os\nx = 1\n\nThen.\n", "a.txt");
  QCOMPARE(
      text(render_html(plain)),
      QString("<p>First.</p>\n<p class=\"scenario\"><a href=\"#scenario-block-1\">Block 1</a></p>\n<p>Then.</p>\n"));
}

void DocumentsTest::a_lesson_s_own_blocks_stand_alone() {
  const Lesson l = document("```python name=a\nx = 1\n```\n```python expect=NameError\nprint(x)\n```\n", "a.md");
  QCOMPARE(numbers(l.scenarios[1].needs), QString());
  QCOMPARE(text(l.scenarios[1].code), QString("print(x)\n"));
}

QTEST_APPLESS_MAIN(DocumentsTest)
#include "documents_test.moc"
