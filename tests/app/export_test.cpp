// `loopline export`: pictures of documents and recordings, in every format, and what is refused.
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

#include "program.h"

using namespace loopline::app::test;

class ExportTest : public QObject {
  Q_OBJECT

 private slots:
  void a_picture_is_drawn_in_each_format_data();
  void a_picture_is_drawn_in_each_format();
  void scale_and_width_are_those_of_the_png();
  void every_choice_changes_the_picture_data();
  void every_choice_changes_the_picture();
  void the_same_call_gives_the_same_picture();
  void a_lesson_that_compares_gives_the_comparison();
  void a_recording_is_drawn_too();
  void what_cannot_be_drawn_is_refused_data();
  void what_cannot_be_drawn_is_refused();
  void an_existing_file_is_replaced_only_when_told();
  void a_failed_export_leaves_no_file();
};

namespace {

// No display, and a platform plugin that does not exist: export takes the offscreen one by itself.
const QStringList kBare{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};

struct Refused {
  const char* name;
  const char* arguments;
  const char* told;
};
const Refused kRefused[] = {
    {"another format", "export a.md -o a.gif", "a.gif is none of these"},
    {"no format", "export a.md -o a", "A picture is a .png, .svg or .pdf file"},
    {"no such folder", "export a.md -o no/a.png", "There is no folder no"},
    {"unknown axis", "export a.md -o a.png --axis log", "--axis: log not in"},
    {"unknown theme", "export a.md -o a.png --theme pink", "--theme: pink not in"},
    {"scale 0", "export a.md -o a.png --scale 0", "--scale"},
    {"narrow", "export a.md -o a.png --width 10", "--width"},
    {"unknown scenario", "export a.md -o a.png --scenario god", "Did you mean 'good'?"},
    {"which of several", "export several.md -o a.png", "--scenario block-2"},
    {"event beyond the end", "export a.md -o a.png --scenario good --at 999999", "There is no event 999999"},
    {"no python", "export wrong.py -o a.png", "wrong.py:1:"},
    {"missing", "export missing.md -o a.png", "missing.md"},
    {"missing recording", "export missing.loopline -o a.png", "missing.loopline"},
    {"damaged recording", "export broken.loopline -o a.png", "broken.loopline"},
};

QSize png_size(const QByteArray& png) {
  if (!png.startsWith("\x89PNG\r\n\x1A\n") || png.size() < 24) return {};
  return {qFromBigEndian<qint32>(png.constData() + 16), qFromBigEndian<qint32>(png.constData() + 20)};
}

bool is_svg(const QByteArray& bytes) {
  QXmlStreamReader xml(bytes);
  const bool begins = xml.readNextStartElement() && xml.name() == QLatin1String("svg");
  while (!xml.atEnd()) xml.readNext();
  return begins && !xml.hasError();
}

}  // namespace

void ExportTest::a_picture_is_drawn_in_each_format_data() {
  QTest::addColumn<QString>("file");
  for (const char* file : {"a.png", "a.svg", "a.pdf"}) QTest::newRow(file) << file;
}

void ExportTest::a_picture_is_drawn_in_each_format() {
  QFETCH(QString, file);
  const Desk desk;
  desk.write("a.md", small_lesson());
  const Ran ran = desk.run({"export", "a.md", "-o", file}, kBare);
  QByteArray why;
  QVERIFY2(ended(ran, 0, "", why), why);
  QCOMPARE(ran.out, QByteArray());
  QCOMPARE(desk.files(), (QStringList{"a.md", file}));
  const QByteArray bytes = desk.read(file);
  QVERIFY(file != "a.png" || png_size(bytes).width() > 300);
  QVERIFY(file != "a.svg" || is_svg(bytes));
  QVERIFY(file != "a.pdf" || (bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF")));
}

void ExportTest::scale_and_width_are_those_of_the_png() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  QCOMPARE(desk.run({"export", "a.md", "-o", "one.png", "--width", "800"}).status, 0);
  QCOMPARE(desk.run({"export", "a.md", "-o", "two.png", "--width", "800", "--scale", "2"}).status, 0);
  QCOMPARE(png_size(desk.read("one.png")).width(), 800);
  QCOMPARE(png_size(desk.read("two.png")), 2 * png_size(desk.read("one.png")));
}

void ExportTest::every_choice_changes_the_picture_data() {
  QTest::addColumn<QStringList>("choice");
  QTest::newRow("time") << QStringList{"--axis", "time"};
  QTest::newRow("steps") << QStringList{"--axis", "steps"};
  QTest::newRow("dark") << QStringList{"--theme", "dark"};
  QTest::newRow("print") << QStringList{"--theme", "print"};
  QTest::newRow("at") << QStringList{"--at", "20"};
  QTest::newRow("scenario") << QStringList{"--scenario", "bad"};
  QTest::newRow("block") << QStringList{"--block", "3"};
}

void ExportTest::every_choice_changes_the_picture() {
  QFETCH(QStringList, choice);
  const Desk desk;
  desk.write("a.md", small_lesson());
  QCOMPARE(desk.run({"export", "a.md", "-o", "plain.png"}).status, 0);
  QCOMPARE(desk.run(QStringList{"export", "a.md", "-o", "other.png"} + choice).status, 0);
  QVERIFY(desk.read("other.png") != desk.read("plain.png"));
}

void ExportTest::the_same_call_gives_the_same_picture() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  for (const char* file : {"a.png", "b.png"}) QCOMPARE(desk.run({"export", "a.md", "-o", file}).status, 0);
  QCOMPARE(desk.read("a.png"), desk.read("b.png"));
}

void ExportTest::a_lesson_that_compares_gives_the_comparison() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  QCOMPARE(desk.run({"export", "a.md", "-o", "all.png"}).status, 0);
  QCOMPARE(desk.run({"export", "a.md", "-o", "one.png", "--scenario", "good"}).status, 0);
  QVERIFY(png_size(desk.read("all.png")).height() > png_size(desk.read("one.png")).height());
}

void ExportTest::a_recording_is_drawn_too() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.run({"run", "a.md", "--record", "a.loopline"});
  QCOMPARE(desk.run({"export", "a.loopline", "-o", "last.png"}).status, 0);
  QCOMPARE(desk.run({"export", "a.loopline", "-o", "good.png", "--scenario", "good"}).status, 0);
  QVERIFY(desk.read("last.png") != desk.read("good.png"));
}

void ExportTest::what_cannot_be_drawn_is_refused_data() {
  QTest::addColumn<int>("call");
  for (int i = 0; i < int(std::size(kRefused)); ++i) QTest::newRow(kRefused[i].name) << i;
}

void ExportTest::what_cannot_be_drawn_is_refused() {
  QFETCH(int, call);
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.write("several.md", "```python\nprint(1)\n```\n```python\nprint(2)\n```\n");
  desk.write("wrong.py", "if\n");
  desk.write("broken.loopline", "SQLite format 3");
  const QStringList before = desk.files();
  const Ran ran = desk.run(QString(kRefused[call].arguments).split(' '));
  QByteArray why;
  QVERIFY2(ended(ran, 2, "loopline: ", why), why);
  QVERIFY2(ran.err.contains(kRefused[call].told), ran.err);
  QCOMPARE(desk.files(), before);
}

void ExportTest::an_existing_file_is_replaced_only_when_told() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.write("a.png", "precious");
  const Ran refused = desk.run({"export", "a.md", "-o", "a.png"});
  QByteArray why;
  QVERIFY2(ended(refused, 2, "loopline: a.png exists. --force replaces it.\n", why), why);
  QCOMPARE(desk.read("a.png"), QByteArray("precious"));
  QCOMPARE(desk.run({"export", "a.md", "-o", "a.png", "--force"}).status, 0);
  QVERIFY(png_size(desk.read("a.png")).isValid());
}

void ExportTest::a_failed_export_leaves_no_file() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.write("old.png", "precious");
  // A file-size limit of one block stands for a full disk.
  for (const char* output : {"new.png", "new.svg", "new.pdf", "old.png"}) {
    const Ran ran = desk.run_shell(QString("trap '' XFSZ; ulimit -f 1; '%1' export a.md --force -o ") + output);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains(output), ran.err);
  }
  QCOMPARE(desk.files(), (QStringList{"a.md", "old.png"}));
  QCOMPARE(desk.read("old.png"), QByteArray("precious"));
}

QTEST_APPLESS_MAIN(ExportTest)
#include "export_test.moc"
