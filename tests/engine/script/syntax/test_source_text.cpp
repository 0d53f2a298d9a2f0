#include <QtTest>

#include "script/syntax/source_text.h"

using namespace loopline::script;

namespace {

using namespace std::string_view_literals;

QString text_of(std::string_view bytes) {
  const auto source = SourceText::decode(bytes);
  if (const auto* mistake = std::get_if<Diagnostic>(&source)) {
    return QString("%1:%2 ").arg(mistake->line).arg(mistake->column) + QString::fromStdString(mistake->message);
  }
  const std::string_view text = std::get<SourceText>(source).text();
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

class TestSourceText : public QObject {
  Q_OBJECT

 private slots:
  void it_is_read_as_python_reads_files_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, std::string_view bytes, const char* text) {
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << QString(text);
    };
    row("nothing", ""sv, "");
    row("the last line gets its end", "a"sv, "a\n");
    row("a line end at the end stays one", "a\n"sv, "a\n");
    row("every kind of line end becomes one", "a\r\nb\rc\n\rd\r\r\ne"sv, "a\nb\nc\n\nd\n\ne\n");
    row("a byte order mark is dropped", "\xEF\xBB\xBFx"sv, "x\n");
    row("UTF-8 may be declared", "# -*- coding: utf-8 -*-\n\xC3\xA9"sv, "# -*- coding: utf-8 -*-\né\n");
    row("Latin-1 is converted", "#coding=latin-1\n\xE9"sv, "#coding=latin-1\né\n");
    row("the second line may declare it", "#!x\n# vim: fileencoding=iso-8859-15-x\n\xE9"sv,
        "2:1 unknown encoding: iso-8859-15-x (UTF-8, ASCII and Latin-1 are known)");
    row("the second line may declare Latin-1", "\r\n# coding: ISO_8859_1\r\n\xE9"sv, "\n# coding: ISO_8859_1\né\n");
    row("behind code nothing is declared", "x\n# coding: latin-1\n\xC3\xA9"sv, "x\n# coding: latin-1\né\n");
    row("the third line declares nothing", "\n\n# coding: koi8-r\n"sv, "\n\n# coding: koi8-r\n");
    row("a mark contradicts any other encoding", "\xEF\xBB\xBF# coding: latin-1\n"sv,
        "1:1 encoding problem: latin-1 with BOM");
    row("a NUL has a place", "ab\nc\0d"sv, "2:2 source code cannot contain null bytes");
    row("a byte that is not UTF-8 has a place", "ab\r\n\xC3\xA9\xFFx"sv,
        "2:2 Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for "
        "details");
    row("a character cut short is not UTF-8", "\xE2\x82"sv,
        "1:1 Non-UTF-8 code starting with '\\xe2' on line 1, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for "
        "details");
    row("a declared encoding is named", "# coding: utf-8\n\xED\xA0\x80"sv,
        "2:1 (unicode error) 'utf-8' codec can't decode byte \\xed");
  }
  void it_is_read_as_python_reads_files() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(text_of({bytes.data(), static_cast<std::size_t>(bytes.size())}), text);
  }

  void its_text_stays_where_it_is_when_it_moves() {
    auto decoded = SourceText::decode("a");
    const void* address = std::get<SourceText>(decoded).text().data();
    const SourceText moved = std::get<SourceText>(std::move(decoded));
    QCOMPARE(static_cast<const void*>(moved.text().data()), address);
  }

  void lines_are_found_by_number() {
    QCOMPARE(line_of("a\nbc\n", 1), "a"sv);
    QCOMPARE(line_of("a\nbc\n", 2), "bc"sv);
    QCOMPARE(line_of("a\nbc\n", 3), ""sv);
    QCOMPARE(line_of("a\nbc\n", 4), ""sv);
  }
};

QTEST_APPLESS_MAIN(TestSourceText)
#include "test_source_text.moc"
