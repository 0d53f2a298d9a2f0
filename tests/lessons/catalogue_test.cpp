// The catalogue's order, and that the lessons it comes with are whole.
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "lesson_test.h"
#include "lessons/catalogue.h"
#include "lessons/chapters.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;
namespace fs = std::filesystem;

class CatalogueTest : public QObject {
  Q_OBJECT

 private slots:
  void lessons_come_by_chapter_then_order_then_name();
  void chapters_tell_their_lessons();
  void only_markdown_files_of_the_folder_itself_are_lessons();
  void problems_of_all_files_are_told();
  void a_folder_that_cannot_be_read_is_a_problem();
  void the_embedded_catalogue_is_the_folder();
  void the_embedded_lessons_are_without_problems();
  void every_embedded_lesson_is_complete_data();
  void every_embedded_lesson_is_complete();
  void every_embedded_scenario_has_its_expected_output();
  void the_glossary_explains_each_word_once_and_shortly();
};

namespace {

fs::path folder_of(const QTemporaryDir& folder) { return folder.path().toStdString(); }

void write(const fs::path& file, const std::string& content) { std::ofstream(file, std::ios::binary) << content; }

void write_lesson(const fs::path& file, const std::string& front_matter) {
  write(file, "---\n" + front_matter + "---\n```python\npass\n```\n");
}

QString titles(const Catalogue& catalogue) {
  QStringList all;
  for (const Lesson& l : catalogue.lessons()) all << text(l.title);
  return all.join(" ");
}

QTemporaryDir& filled(QTemporaryDir& folder) {
  const fs::path at = folder_of(folder);
  write_lesson(at / "a.md", "title: own-2\nchapter: Zebras\n");
  write_lesson(at / "b.md", "title: second\nchapter: First steps\norder: 10\n");
  write_lesson(at / "c.md", "title: first\nchapter: First steps\norder: 9\n");
  write_lesson(at / "d.md", "title: third\nchapter: First steps\norder: 10\n");
  write_lesson(at / "e.md", "title: loose\n");
  write_lesson(at / "f.md", "title: later\nchapter: Stopping\norder: 1\n");
  write_lesson(at / "g.md", "title: unordered\nchapter: First steps\n");
  write_lesson(at / "h.md", "title: own-1\nchapter: Apes\n");
  return folder;
}

}  // namespace

void CatalogueTest::lessons_come_by_chapter_then_order_then_name() {
  QTemporaryDir folder;
  QCOMPARE(titles(Catalogue::scan(folder_of(filled(folder)))),
           QString("first second third unordered later own-1 own-2 loose"));
}

void CatalogueTest::chapters_tell_their_lessons() {
  QTemporaryDir folder;
  const Catalogue catalogue = Catalogue::scan(folder_of(filled(folder)));
  QStringList all;
  for (const CatalogueChapter& c : catalogue.chapters()) {
    all << QString("%1 '%2' %3+%4").arg(c.number).arg(text(c.title)).arg(c.first).arg(c.count);
  }
  QCOMPARE(all.join(", "), QString("1 'First steps' 0+4, 4 'Stopping' 4+1, 9 'Apes' 5+1, 10 'Zebras' 6+1, 0 '' 7+1"));
}

void CatalogueTest::only_markdown_files_of_the_folder_itself_are_lessons() {
  QTemporaryDir folder;
  const fs::path at = folder_of(folder);
  write_lesson(at / "a.md", "title: yes\n");
  write(at / "b.txt", "no");
  write(at / "c.py", "no");
  fs::create_directory(at / "below");
  write_lesson(at / "below" / "d.md", "title: no\n");
  const Catalogue catalogue = Catalogue::scan(at);
  QCOMPARE(titles(catalogue), QString("yes"));
  QVERIFY(catalogue.find((at / "a.md").string()) == &catalogue.lessons()[0]);
  QVERIFY(catalogue.find("a.md") == nullptr);
}

void CatalogueTest::problems_of_all_files_are_told() {
  QTemporaryDir folder;
  const fs::path at = folder_of(folder);
  write_lesson(at / "b.md", "title: B\norder: x\n");
  write(at / "a.md", "\xFF");
  fs::create_directory(at / "c.md");
  const Catalogue catalogue = Catalogue::scan(at);
  QCOMPARE(titles(catalogue), QString("B"));
  QCOMPARE(texts(catalogue.problems()).remove(folder.path() + "/"),
           QString("a.md:1:1: error: The text is not UTF-8 from here on; save the file as UTF-8.\n"
                   "b.md:3:8: error: 'order' must be a whole number, not 'x'.\n"
                   "c.md: error: This is a folder; expected a file.\n"));
}

void CatalogueTest::a_folder_that_cannot_be_read_is_a_problem() {
  const Catalogue catalogue = Catalogue::scan("no/such/folder");
  QVERIFY(catalogue.lessons().empty());
  QCOMPARE(texts(catalogue.problems()),
           QString("no/such/folder: error: The folder cannot be read: No such file or directory.\n"));
}

void CatalogueTest::the_embedded_catalogue_is_the_folder() {
  const Catalogue embedded = Catalogue::embedded();
  const Catalogue scanned = Catalogue::scan(CATALOG_FOLDER);
  QCOMPARE(embedded.lessons().size(), scanned.lessons().size());
  for (std::size_t i = 0; i < embedded.lessons().size(); ++i) {
    QCOMPARE(text(embedded.lessons()[i].path), text(fs::path(scanned.lessons()[i].path).filename().string()));
    QCOMPARE(text(embedded.lessons()[i].text), text(scanned.lessons()[i].text));
  }
}

void CatalogueTest::the_embedded_lessons_are_without_problems() {
  QCOMPARE(texts(Catalogue::embedded().problems()), QString());
}

void CatalogueTest::every_embedded_lesson_is_complete_data() {
  QTest::addColumn<QByteArray>("path");
  const Catalogue catalogue = Catalogue::embedded();
  for (const Lesson& l : catalogue.lessons()) QTest::newRow(l.path.c_str()) << QByteArray(l.path.c_str());
}

void CatalogueTest::every_embedded_lesson_is_complete() {
  QFETCH(QByteArray, path);
  const Catalogue catalogue = Catalogue::embedded();
  const Lesson* l = catalogue.find(path.toStdString());
  QVERIFY(l != nullptr);
  QVERIFY2(chapter_number(l->chapter).has_value(), "its chapter is one of the catalogue's");
  QVERIFY2(l->order.has_value(), "it has an order");
  QVERIFY2(path.startsWith(QByteArray::number(qlonglong(*l->order)) + "-"), "its file name begins with its order");
  QVERIFY2(!l->quizzes.empty(), "it asks something");
  QVERIFY2(std::any_of(l->scenarios.begin(), l->scenarios.end(), [](const Scenario& s) { return !s.cues.empty(); }),
           "it has cues");
  QVERIFY2(text(l->text).contains("## To remember"), "it says what to remember");
  QVERIFY2(text(l->text).contains("**Try it:**"), "it ends with an exercise");
  for (const Scenario& s : l->scenarios) QVERIFY2(!s.name.text.starts_with("block-"), "every block has a name");
}

void CatalogueTest::every_embedded_scenario_has_its_expected_output() {
  QStringList wanted;
  const Catalogue catalogue = Catalogue::embedded();
  for (const Lesson& l : catalogue.lessons()) {
    for (const Scenario& s : l.scenarios) {
      wanted << text((fs::path(l.path).stem() / (s.name.text + ".txt")).string());
    }
  }
  QStringList found;
  for (const auto& entry : fs::recursive_directory_iterator(EXPECTED_FOLDER)) {
    if (entry.is_regular_file()) found << text(fs::relative(entry.path(), EXPECTED_FOLDER).string());
  }
  wanted.sort();
  found.sort();
  QCOMPARE(found, wanted);
}

void CatalogueTest::the_glossary_explains_each_word_once_and_shortly() {
  std::ifstream file(GLOSSARY_FILE);
  std::stringstream read;
  read << file.rdbuf();
  QStringList words;
  for (const QString& entry : text(read.str()).split("\n## ").mid(1)) {
    const QString word = entry.section('\n', 0, 0);
    const QString told = entry.section('\n', 1).trimmed();
    QVERIFY2(told.endsWith('.') && told.count(". ") <= 1 && told.size() < 200, qPrintable(word));
    words << word;
  }
  QStringList sorted = words;
  sorted.sort(Qt::CaseInsensitive);
  QCOMPARE(words, sorted);
  QCOMPARE(words.removeDuplicates(), 0);
  for (const char* word : {"task", "coroutine", "future", "ready queue", "turn", "select", "timer", "handle"}) {
    QVERIFY2(words.contains(word), word);
  }
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
