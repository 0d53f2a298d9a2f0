// New lessons, and saving that never loses the old file.
#include <sys/stat.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iterator>

#include "lesson_test.h"
#include "lessons/write.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;
namespace fs = std::filesystem;

class WriteTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void the_template_is_a_lesson_without_problems_data();
  void the_template_is_a_lesson_without_problems();
  void a_title_gives_a_file_name_data();
  void a_title_gives_a_file_name();
  void a_new_file_is_written();
  void an_old_file_is_replaced_and_keeps_its_permissions();
  void a_link_stays_a_link();
  void what_an_earlier_kill_left_is_not_touched();
  void a_refused_save_leaves_all_as_it_was_data();
  void a_refused_save_leaves_all_as_it_was();
  void a_write_protected_file_is_refused();

 private:
  fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }
  QStringList files() const {
    QStringList names;
    for (const auto& entry : fs::directory_iterator(m_folder->path().toStdString())) {
      names << text(entry.path().filename().string());
    }
    names.sort();
    return names;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return text(std::string(std::istreambuf_iterator<char>(stream), {}));
}

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

}  // namespace

void WriteTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void WriteTest::the_template_is_a_lesson_without_problems_data() {
  QTest::addColumn<QString>("title");
  QTest::addColumn<QString>("expected");
  QTest::newRow("plain") << "Two workers"
                         << "Two workers";
  QTest::newRow("colon") << "Locks: why"
                         << "Locks: why";
  QTest::newRow("quotes") << "\"a\" \\ 'b'"
                          << "\"a\" \\ 'b'";
  QTest::newRow("line end") << "a\nb: c"
                            << "a b: c";
  QTest::newRow("script") << "Übung ☕"
                          << "Übung ☕";
  QTest::newRow("nothing") << " "
                           << "New lesson";
  QTest::newRow("YAML") << "- [x"
                        << "- [x";
  QTest::newRow("number") << "12"
                          << "12";
}

void WriteTest::the_template_is_a_lesson_without_problems() {
  QFETCH(QString, title);
  QFETCH(QString, expected);
  const Loaded loaded = load_lesson(new_lesson_template(title.toStdString()), "x.md");
  QCOMPARE(texts(loaded.diagnostics), QString());
  QCOMPARE(text(loaded.lesson->title), expected);
  QCOMPARE(loaded.lesson->scenarios.size(), 2U);
  QCOMPARE(loaded.lesson->compare.size(), 2U);
  QVERIFY(!loaded.lesson->scenarios[0].cues.empty());
}

void WriteTest::a_title_gives_a_file_name_data() {
  QTest::addColumn<QString>("title");
  QTest::addColumn<QString>("name");
  QTest::newRow("words") << "Two workers, one lock"
                         << "two-workers-one-lock.md";
  QTest::newRow("apostrophe") << "Don't -- stop!"
                              << "dont-stop.md";
  QTest::newRow("slashes") << "../a/b"
                           << "a-b.md";
  QTest::newRow("umlaut") << "Übung 3"
                          << "bung-3.md";
  QTest::newRow("no letters") << "…"
                              << "lesson.md";
  QTest::newRow("long") << QString(100, 'a') << QString(60, 'a') + ".md";
}

void WriteTest::a_title_gives_a_file_name() {
  QFETCH(QString, title);
  QFETCH(QString, name);
  QCOMPARE(text(file_name_for(title.toStdString())), name);
}

void WriteTest::a_new_file_is_written() {
  const mode_t before = ::umask(022);
  QVERIFY(!save_atomically(path("new.md"), "text\n"));
  ::umask(before);
  QCOMPARE(content(path("new.md")), QString("text\n"));
  QCOMPARE(int(fs::status(path("new.md")).permissions()), 0644);
  QCOMPARE(files(), QStringList{"new.md"});
}

void WriteTest::an_old_file_is_replaced_and_keeps_its_permissions() {
  put(path("old.md"), "a longer old text");
  fs::permissions(path("old.md"), fs::perms(0640));
  QVERIFY(!save_atomically(path("old.md"), "new"));
  QCOMPARE(content(path("old.md")), QString("new"));
  QCOMPARE(int(fs::status(path("old.md")).permissions()), 0640);
  QCOMPARE(files(), QStringList{"old.md"});
}

void WriteTest::a_link_stays_a_link() {
  put(path("target.md"), "old");
  fs::create_symlink("target.md", path("link.md"));
  QVERIFY(!save_atomically(path("link.md"), "new"));
  QVERIFY(fs::is_symlink(path("link.md")));
  QCOMPARE(content(path("target.md")), QString("new"));
  fs::create_symlink("absent.md", path("dangling.md"));
  QVERIFY(!save_atomically(path("dangling.md"), "made"));
  QCOMPARE(content(path("absent.md")), QString("made"));
  QVERIFY(fs::is_symlink(path("dangling.md")));
}

void WriteTest::what_an_earlier_kill_left_is_not_touched() {
  put(path(".a.md.new0"), "rescue me");
  QVERIFY(!save_atomically(path("a.md"), "text"));
  QCOMPARE(content(path(".a.md.new0")), QString("rescue me"));
  QCOMPARE(content(path("a.md")), QString("text"));
}

void WriteTest::a_refused_save_leaves_all_as_it_was_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("expected");
  QTest::newRow("folder") << "folder"
                          << "folder: error: This is a folder; expected a file.";
  QTest::newRow("pipe") << "pipe"
                        << "pipe: error: This is no ordinary file, so it is not replaced.";
  QTest::newRow("no folder") << "none/a.md"
                             << "none/a.md: error: No file can be written in this folder: No such file or directory.";
  QTest::newRow("file as folder") << "file/a.md"
                                  << "file/a.md: error: No file can be written in this folder: Not a directory.";
}

void WriteTest::a_refused_save_leaves_all_as_it_was() {
  QFETCH(QString, name);
  QFETCH(QString, expected);
  fs::create_directory(path("folder"));
  put(path("file"), "x");
  QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
  const std::optional<Diagnostic> problem = save_atomically(path(name.toUtf8().constData()), "new");
  QVERIFY(problem.has_value());
  QCOMPARE(text(to_text(*problem)).remove(m_folder->path() + "/"), expected);
  QCOMPARE(files(), (QStringList{"file", "folder", "pipe"}));
}

void WriteTest::a_write_protected_file_is_refused() {
  if (::geteuid() == 0) QSKIP("root may write everything");
  put(path("a.md"), "old");
  fs::permissions(path("a.md"), fs::perms(0444));
  QVERIFY(save_atomically(path("a.md"), "new").has_value());
  QCOMPARE(content(path("a.md")), QString("old"));
}

QTEST_APPLESS_MAIN(WriteTest)
#include "write_test.moc"
