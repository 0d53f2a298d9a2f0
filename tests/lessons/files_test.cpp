// Files that hold no lesson say why; files that do are read whatever their shape.
#include <sys/stat.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "lesson_test.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class FilesTest : public QObject {
  Q_OBJECT

 private slots:
  void bytes_that_are_no_text_are_refused_data();
  void bytes_that_are_no_text_are_refused();
  void good_utf8_of_every_length_is_read();
  void a_file_is_read_like_its_text();
  void what_is_no_file_is_refused();
  void a_file_that_may_not_be_read_is_refused();
  void a_huge_file_is_refused();
  void an_empty_file_is_an_empty_lesson();

 private:
  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(m_folder.path().toStdString()) / name;
  }
  QString refusal(const std::filesystem::path& file) const {
    const Loaded loaded = load_lesson(file);
    return loaded.lesson ? QString("read") : texts(loaded.diagnostics).remove(m_folder.path() + "/");
  }

  QTemporaryDir m_folder;
};

void FilesTest::bytes_that_are_no_text_are_refused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("expected");
  const QString not_utf8 = ": error: The text is not UTF-8 from here on; save the file as UTF-8.\n";
  QTest::newRow("Latin-1") << QByteArray("ok\r\nü gr\xFC\xDF") << "x.md:2:5" + not_utf8;
  QTest::newRow("cut character") << QByteArray("a\n\xE2\x82") << "x.md:2:1" + not_utf8;
  QTest::newRow("overlong") << QByteArray("a\xC0\xAF") << "x.md:1:2" + not_utf8;
  QTest::newRow("overlong in three") << QByteArray("a\xE0\x80\xAF") << "x.md:1:2" + not_utf8;
  QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << "x.md:1:2" + not_utf8;
  QTest::newRow("beyond Unicode") << QByteArray("a\xF4\x90\x80\x80") << "x.md:1:2" + not_utf8;
  QTest::newRow("zero byte") << QByteArray("a\nb\0c", 5)
                             << "x.md:2:2: error: The file holds a zero byte; expected text, not binary data.\n";
  QTest::newRow("UTF-16") << QByteArray("\xFF\xFE#\0", 4) << "x.md:1:1: error: The file is UTF-16; save it as UTF-8.\n";
}

void FilesTest::bytes_that_are_no_text_are_refused() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, expected);
  const Loaded loaded = load_lesson(bytes.toStdString(), "x.md");
  QVERIFY(!loaded.lesson);
  QCOMPARE(texts(loaded.diagnostics), expected);
}

void FilesTest::good_utf8_of_every_length_is_read() {
  const std::string all = "a\u00e9\u20ac\U0001F600\U0010FFFF\uD7FF\uE000\n";
  QCOMPARE(text(lesson(all).text), text(all));
}

void FilesTest::a_file_is_read_like_its_text() {
  std::ofstream(path("a.md"), std::ios::binary) << "---\ntitle: A\n---\n```python\r\na\r\n```\r\n";
  const Loaded loaded = load_lesson(path("a.md"));
  QVERIFY(loaded.diagnostics.empty());
  QCOMPARE(text(loaded.lesson->title), QString("A"));
  QCOMPARE(text(loaded.lesson->path), text(path("a.md").string()));
}

void FilesTest::what_is_no_file_is_refused() {
  QCOMPARE(refusal(path("none.md")), QString("none.md: error: There is no such file.\n"));
  QCOMPARE(refusal(path(".")), QString(".: error: This is a folder; expected a file.\n"));
  QCOMPARE(::mkfifo(path("pipe.md").c_str(), 0600), 0);
  QCOMPARE(refusal(path("pipe.md")), QString("pipe.md: error: This is no ordinary file, so it is not read.\n"));
  std::ofstream(path("plain")) << "x";
  QVERIFY(refusal(path("plain/below.md")).contains("below.md: error: "));
}

void FilesTest::a_file_that_may_not_be_read_is_refused() {
  if (::geteuid() == 0) QSKIP("root may read everything");
  std::ofstream(path("secret.md")) << "x";
  ::chmod(path("secret.md").c_str(), 0);
  QCOMPARE(refusal(path("secret.md")),
           QString("secret.md: error: The file cannot be opened; check that you may read it.\n"));
}

void FilesTest::a_huge_file_is_refused() {
  const QString expected = "huge.md: error: The file is larger than 2 MiB, which no lesson is.\n";
  std::ofstream(path("huge.md")) << std::string(max_file_bytes + 1, 'x');
  QCOMPARE(refusal(path("huge.md")), expected);
  QCOMPARE(texts(load_lesson(std::string(max_file_bytes + 1, 'x'), "huge.md").diagnostics), expected);
  QVERIFY(load_lesson(std::string(max_file_bytes, 'x'), "large.md").lesson.has_value());
}

void FilesTest::an_empty_file_is_an_empty_lesson() {
  const Loaded loaded = load_lesson("", "empty.md");
  QVERIFY(!has_errors(loaded.diagnostics));
  QVERIFY(loaded.lesson->segments.empty());
  QCOMPARE(texts(load_lesson("", "empty.py").diagnostics),
           QString("empty.py:1:1: error: The block 'empty' holds no code.\n"));
}

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
