// Finding one's way: the start page, the tips, the help page; colours, size of text, layout.
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

#include "export/export_dialog.h"
#include "start/start_page.h"
#include "start/tour.h"
#include "ui_model/glossary.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

QAction* actionNamed(WindowFixture& fixture, const QString& text) {
  for (QAction* action : fixture.window().findChildren<QAction*>()) {
    if (QString(action->text()).remove(u'&') == text) return action;
  }
  return nullptr;
}

}  // namespace

class TestWindowWays : public QObject {
  Q_OBJECT

 private slots:
  void at_the_first_start_the_keyboard_leads_to_the_first_lesson_and_the_tips() {
    WindowFixture fixture(QStringLiteral("light"), true);
    auto* start = fixture.find<ui::StartPage>("startPage");
    QTRY_VERIFY_WITH_TIMEOUT(start->isVisible(), 20'000);
    auto* go = fixture.find<QPushButton>("goOn");
    QTRY_VERIFY_WITH_TIMEOUT(go->hasFocus(), 20'000);
    fixture.grab(QStringLiteral("start-page-light-1440"));
    QVERIFY(go->accessibleName().contains(QStringLiteral("not running")));
    QCOMPARE(go->text(), QStringLiteral("Begin"));  // nobody has left off anywhere, and nothing is begun
    for (const QPushButton* button : start->findChildren<QPushButton*>()) {
      QVERIFY2(button->accessibleDescription() != QLatin1String("begun"), qPrintable(button->text()));
    }
    fixture.press(Qt::Key_Return);
    QVERIFY(!start->isVisible());
    auto* tour = fixture.find<ui::Tour>("tour");
    QVERIFY(tour->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    QStringList said;
    for (int tip = 0; tip < 5; ++tip) {
      QVERIFY(tour->isRunning());
      QVERIFY(fixture.window().rect().contains(QRect(tour->mapTo(&fixture.window(), QPoint()), tour->size())));
      said << tour->accessibleName();
      fixture.grab(QStringLiteral("tour-%1").arg(tip + 1));
      fixture.press(Qt::Key_Return);
    }
    QCOMPARE(said.removeDuplicates(), 0);
    QVERIFY(!tour->isRunning());
    // The next time one goes on where one was.
    fixture.openAgain();
    QVERIFY(!fixture.find<ui::StartPage>("startPage")->isVisible());
    QVERIFY(!fixture.find<ui::Tour>("tour")->isRunning());
  }

  void the_start_page_knows_where_one_was_and_what_is_done_data() { lookRows(); }
  void the_start_page_knows_where_one_was_and_what_is_done() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_End);
    fixture.press(Qt::Key_Home, Qt::AltModifier);
    auto* start = fixture.find<ui::StartPage>("startPage");
    QVERIFY(start->isVisible());
    QVERIFY(!fixture.find<ui::TransportBar>("transport")->isVisible());
    fixture.grab(QStringLiteral("start-page-begun-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(fixture.find<QPushButton>("goOn")->accessibleName().contains(QStringLiteral("create_task")));
    int done = 0;
    QPushButton* other = nullptr;
    for (QPushButton* button : start->findChildren<QPushButton*>()) {
      done += button->accessibleDescription() == QLatin1String("done") ? 1 : 0;
      if (button->text().contains(QStringLiteral("gather"))) other = button;
    }
    QCOMPARE(done, 1);
    QVERIFY(other != nullptr);
    QTest::mouseClick(other, Qt::LeftButton);
    QVERIFY(!start->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().windowTitle().contains(QStringLiteral("gather")), 20'000);
  }

  void the_help_page_has_keys_signs_and_words() {
    WindowFixture fixture(QStringLiteral("light"), false, QSize(1366, 768));
    openLesson(fixture, kTasksLesson);
    int shown = 0, all = 0;
    inNextDialog([&](QWidget* dialog) {
      auto* pages = dialog->findChild<QTabWidget*>();
      for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QTest::qWait(20);
        dialog->grab().save(QStringLiteral(SCREENSHOTS "/help-%1.png").arg(page + 1));
      }
      auto* field = dialog->findChild<QLineEdit*>();
      field->setFocus();
      QTest::keyClicks(field, "ready queue");
      for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        if (!label->property("term").isValid()) continue;
        ++all;
        shown += label->isVisible() ? 1 : 0;
      }
      dialog->close();
    });
    fixture.press(Qt::Key_F1);
    QTRY_VERIFY_WITH_TIMEOUT(all > 20, 20'000);
    QVERIFY(shown >= 1 && shown <= 4);
  }

  void the_titles_of_the_panels_say_what_they_mean() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    QVERIFY(!ui::meaningOf(QStringLiteral("READY QUEUE")).isEmpty());
    QVERIFY(ui::meaningOf(QStringLiteral("no such word")).isEmpty());
    int explained = 0;
    for (const QToolButton* title : fixture.window().findChildren<QToolButton*>(QStringLiteral("sectionTitle"))) {
      if (!title->isVisible()) continue;
      QVERIFY2(!title->toolTip().isEmpty(), qPrintable(title->text()));
      ++explained;
    }
    QVERIFY(explained >= 4);
  }

  void colours_are_switched_and_kept() {
    WindowFixture fixture;
    openLesson(fixture, kBlockingLesson);
    for (int i = 0; i < 10; ++i) fixture.press(Qt::Key_Right);
    actionNamed(fixture, QStringLiteral("High contrast"))->trigger();
    fixture.grab(QStringLiteral("high-contrast-1440"));
    QCOMPARE(fixture.window().palette().color(QPalette::Window), QColor(Qt::black));
    actionNamed(fixture, QStringLiteral("Dark"))->trigger();
    QVERIFY(fixture.window().palette().color(QPalette::Window) != QColor(Qt::black));
  }

  void larger_text_keeps_what_is_open_and_fits_data() {
    QTest::addColumn<int>("percent");
    for (const int percent : {125, 150, 200}) QTest::addRow("%d", percent) << percent;
  }
  void larger_text_keeps_what_is_open_and_fits() {
    QFETCH(int, percent);
    WindowFixture fixture(QStringLiteral("light"), false, QSize(1366, 768));
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 6; ++i) fixture.press(Qt::Key_Right);
    const QString before = place(fixture);
    const int was = fixture.find<ui::NowBox>("nowBox")->fontMetrics().height();
    actionNamed(fixture, QStringLiteral("%1 %").arg(percent))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ui::NowBox>("nowBox")->fontMetrics().height() > was, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), before, 20'000);
    for (const QLabel* label : fixture.find<ui::NowBox>("nowBox")->findChildren<QLabel*>()) {
      QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    fixture.grab(QStringLiteral("text-%1-1366").arg(percent));
    QCOMPARE(fixture.window().size(), QSize(1366, 768));
    QTest::keyClick(&fixture.window(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<ui::NowBox>("nowBox")->fontMetrics().height(), was, 20'000);
  }

  void the_layout_comes_back() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    auto* columns = fixture.find<QSplitter>("columns");
    const QList<int> first = columns->sizes();
    columns->setSizes({400, 600, 440});
    const QList<int> moved = columns->sizes();
    QVERIFY(moved != first);
    fixture.openAgain();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QSplitter>("columns")->sizes(), moved, 20'000);
    actionNamed(fixture, QStringLiteral("Layout as it was at first"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QSplitter>("columns")->sizes(), first, 20'000);
  }

  void a_search_finds_what_stands_in_the_code() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "monotonic");
    fixture.grab(QStringLiteral("search-in-code"));
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
  }

  void files_of_every_kind_are_dropped_into_the_window() {
    WindowFixture fixture;
    for (const auto& [name, text] : {std::pair{QStringLiteral("a.py"), QByteArray("print('one')\n")},
                                     {QStringLiteral("b.md"), QByteArray("# B\n\n```python\nprint('two')\n```\n")},
                                     {QStringLiteral("c.rst"), QByteArray("C\n=\n\nRun it::\n\n    print('three')\n")},
                                     {QStringLiteral("d.txt"), QByteArray("Text:\n\n>>> print('four')\nfour\n")}}) {
      const QString path = writeFile(fixture.folder(), name, text);
      QMimeData data;
      data.setUrls({QUrl::fromLocalFile(path)});
      QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(&fixture.window(), &enter);
      QVERIFY(enter.isAccepted());
      QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(&fixture.window(), &drop);
      QTRY_VERIFY2(fixture.window().windowTitle() != QStringLiteral("Loopline"), qPrintable(name));
      QTRY_VERIFY2(place(fixture).contains(u'/'), qPrintable(name));
    }
  }

  void bookmarks_are_there_the_next_time() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 4; ++i) fixture.press(Qt::Key_Right);
    const QString marked = place(fixture);
    fixture.press(Qt::Key_B);
    fixture.press(Qt::Key_End);
    fixture.openAgain();
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    QVERIFY(place(fixture) != marked);
    fixture.press(Qt::Key_BracketLeft, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), marked, 20'000);
  }

  void runs_are_exported_as_recordings_traces_and_filmstrips() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 5; ++i) fixture.press(Qt::Key_Right);
    const QString marked = place(fixture);
    fixture.press(Qt::Key_B);
    QStringList written;
    for (const QString& format : {QStringLiteral("Recording"), QStringLiteral("Trace"), QStringLiteral("Filmstrip")}) {
      QStringList files;
      inNextDialog([&](QWidget* widget) {
        auto* dialog = qobject_cast<ui::ExportDialog*>(widget);
        for (QComboBox* box : dialog->findChildren<QComboBox*>()) {
          if (box->accessibleName() != QLatin1String("Format")) continue;
          for (int i = 0; i < box->count(); ++i) {
            if (box->itemText(i).startsWith(format)) box->setCurrentIndex(i);
          }
        }
        for (QLineEdit* field : dialog->findChildren<QLineEdit*>()) {
          if (field->accessibleName() == QLatin1String("File")) {
            field->setText(fixture.folder() + QStringLiteral("/out.") + QFileInfo(field->text()).suffix());
          }
        }
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
          if (button->text() == QLatin1String("Export")) button->click();
        }
        const qsizetype wanted = format == QLatin1String("Filmstrip") ? 3 : 2;
        for (int i = 0; i < 1000 && dialog->written().size() < wanted; ++i) QTest::qWait(20);
        QTest::qWait(50);
        files = dialog->written();
        dialog->grab().save(QStringLiteral(SCREENSHOTS "/export-%1.png").arg(format.toLower()));
        dialog->close();
      });
      fixture.window().activateWindow();  // after the dialog before
      QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
      fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
      QVERIFY2(files.size() >= 2, qPrintable(format));
      for (const QString& file : files) QVERIFY2(QFileInfo(file).size() > 500, qPrintable(file));
      written << files;
    }
    // The recording is the same run, with the bookmark.
    const QStringList recordings = written.filter(QRegularExpression(QStringLiteral("loopline$")));
    QCOMPARE(recordings.size(), 2);
    bool found = false;
    for (const QString& recording : recordings) {
      fixture.window().openFile(recording);
      QTRY_VERIFY_WITH_TIMEOUT(fixture.window().windowTitle().contains(QFileInfo(recording).completeBaseName()),
                               20'000);
      QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
      fixture.window().activateWindow();
      QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
      // Bookmarks may come a moment after the run.
      for (int tries = 0; tries < 20 && !found; ++tries) {
        fixture.press(Qt::Key_End);
        const QString end = place(fixture);
        fixture.press(Qt::Key_BracketLeft, Qt::AltModifier);
        found = place(fixture) != end;
        if (!found) QTest::qWait(50);
      }
    }
    QVERIFY(found);
    const QStringList traces = written.filter(QRegularExpression(QStringLiteral("json$")));
    QFile trace(traces.front());
    QVERIFY(trace.open(QIODevice::ReadOnly));
    QVERIFY(trace.readAll().contains("traceEvents"));
  }

  void tab_leads_through_the_window_and_each_stop_has_a_name() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    QSet<QWidget*> met;
    QStringList nameless;
    for (int i = 0; i < 80; ++i) {
      fixture.press(Qt::Key_Tab);
      QWidget* focus = QApplication::focusWidget();
      QVERIFY(focus != nullptr);
      if (met.contains(focus)) break;
      met << focus;
      QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(focus);
      if (heard == nullptr || heard->text(QAccessible::Name).isEmpty()) {
        nameless << QString::fromLatin1(focus->metaObject()->className()) + u' ' + focus->objectName();
      }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(met.size() > 15);
  }
};

QTEST_MAIN(TestWindowWays)
#include "test_window_ways.moc"
