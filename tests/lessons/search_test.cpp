// Finding lessons by words.
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "lesson_test.h"
#include "lessons/search.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class SearchTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void words_find_lessons_data();
  void words_find_lessons();
  void a_hit_tells_the_line_and_what_matched();
  void the_line_with_most_words_is_shown();
  void long_lines_are_cut_around_the_match();
  void letters_that_change_their_length_in_lower_case_are_found_in_place();
  void a_query_that_is_not_utf8_does_no_harm();

 private:
  QTemporaryDir m_folder;
  Catalogue m_catalogue;
};

void SearchTest::initTestCase() {
  const std::filesystem::path folder = m_folder.path().toStdString();
  std::ofstream(folder / "a.md") << "---\ntitle: Gather, and its order\norder: 1\n---\n# Many at once\n\nAll *begin* "
                                    "together.\nAn Überblick.\n\n```python name=x title=\"Two pears\"\nasync def "
                                    "main():\n    await asyncio.create_task(f())\n```\n";
  std::ofstream(folder / "b.md") << "---\ntitle: Tasks\norder: 2\n---\nMultitasking of gathered pears.\n\n"
                                    "```quiz\nask: Which plum is first?\nabout: end-time\n```\n\n```python\nawait "
                                    "gather(a, b)\n```\n";
  std::ofstream(folder / "c.md") << "---\ntitle: Long lines\norder: 3\n---\n"
                                 << std::string(30, 'a') << " " << std::string(40, 'b') << " needle İstanbul "
                                 << std::string(100, 'c') << "\n";
  m_catalogue = Catalogue::scan(folder);
  QCOMPARE(m_catalogue.lessons().size(), 3U);
}

void SearchTest::words_find_lessons_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QString>("expected");  // lesson and kind of line, in order
  const auto row = [](const char* query, const char* expected) {
    QTest::newRow(*query == 0 ? "nothing" : query) << QByteArray(query) << QString(expected);
  };
  row("gather", "0 title, 1 prose");
  row("GATH", "0 title, 1 prose");
  row("  gather   ord ", "0 title");
  row("task", "1 title, 0 code");
  row("create_ta", "0 code");
  row("asyncio.create", "0 code");
  row("tasking", "");
  row("begin", "0 prose");
  row("*begin*", "");
  row("many", "0 heading");
  row("pears", "1 prose, 0 code");
  row("plum", "1 prose");
  row("überb", "0 prose");
  row("berblick", "");
  row("gather nothing", "");
  row("f()", "0 code");
  row("", "");
  row("   ", "");
}

void SearchTest::words_find_lessons() {
  QFETCH(QByteArray, query);
  QFETCH(QString, expected);
  const QStringList kinds{"title", "heading", "prose", "code"};
  QStringList found;
  for (const SearchHit& hit : SearchIndex(m_catalogue).search(query.toStdString())) {
    found << QString("%1 %2").arg(hit.lesson).arg(kinds[int(hit.where)]);
  }
  QCOMPARE(found.join(", "), expected);
}

void SearchTest::a_hit_tells_the_line_and_what_matched() {
  const SearchHit hit = SearchIndex(m_catalogue).search("TASK asyncio").at(0);
  QCOMPARE(hit.line, 12);
  QCOMPARE(text(hit.snippet), QString("await asyncio.create_task(f())"));
  QCOMPARE(hit.matches, (std::vector<SearchHit::Range>{{6, 7}, {21, 4}}));
  const SearchHit title = SearchIndex(m_catalogue).search("order").at(0);
  QCOMPARE(title.line, 0);
  QCOMPARE(text(title.snippet), QString("Gather, and its order"));
}

void SearchTest::the_line_with_most_words_is_shown() {
  const SearchHit hit = SearchIndex(m_catalogue).search("tasks gather b").at(0);
  QCOMPARE(hit.lesson, 1U);
  QCOMPARE(text(hit.snippet), QString("await gather(a, b)"));
  QCOMPARE(hit.line, 13);
}

void SearchTest::long_lines_are_cut_around_the_match() {
  const SearchHit hit = SearchIndex(m_catalogue).search("needle").at(0);
  QVERIFY(hit.snippet.starts_with("…bbb"));
  QVERIFY(hit.snippet.ends_with("ccc…"));
  QCOMPARE(hit.matches.size(), 1U);
  QCOMPARE(text(hit.snippet.substr(hit.matches[0].first, hit.matches[0].size)), QString("needle"));
}

void SearchTest::letters_that_change_their_length_in_lower_case_are_found_in_place() {
  const SearchHit hit = SearchIndex(m_catalogue).search("istan").at(0);
  QCOMPARE(text(hit.snippet.substr(hit.matches[0].first, hit.matches[0].size)), text("İstan"));
}

void SearchTest::a_query_that_is_not_utf8_does_no_harm() {
  QVERIFY(SearchIndex(m_catalogue).search("\xFF\xFE").empty());
  QVERIFY(SearchIndex(m_catalogue).search("gather \xC3").empty());
}

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"
