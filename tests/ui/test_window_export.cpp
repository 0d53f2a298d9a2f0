// Taking something out of the window: with the keyboard alone, of lessons with limits, as WebP, as a handout.
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "export/export_dialog.h"
#include "predict/predict_panel.h"
#include "trace/reader.h"
#include "ui_model/fonts.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

const char* const kLimited =
    "---\ntitle: For ever\nlimits:\n  events: 3000\n---\nIt never ends.\n\n```python name=\"endless\"\nimport "
    "asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(1)\n\nasyncio.run(main())\n```\n";

QString fileText(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Opens the dialog with its keys, chooses a format by its beginning, writes to `name` in the fixture's folder.
QStringList exportAs(WindowFixture& fixture, const QString& format, const QString& name) {
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
      if (field->accessibleName() == QLatin1String("File")) field->setText(fixture.folder() + u'/' + name);
    }
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
      if (button->text() == QLatin1String("Export")) QTest::mouseClick(button, Qt::LeftButton);
    }
    for (int i = 0; i < 1000 && dialog->written().isEmpty(); ++i) QTest::qWait(20);
    QTest::qWait(50);
    files = dialog->written();
    for (QLabel* label : dialog->findChildren<QLabel*>()) {
      if (files.isEmpty() && !label->text().isEmpty()) qWarning("%s", qPrintable(label->text()));
    }
    dialog->grab().save(QStringLiteral(SCREENSHOTS "/export-%1.png").arg(QFileInfo(name).suffix()));
    dialog->close();
  });
  fixture.window().activateWindow();  // after the dialog before
  if (!QTest::qWaitForWindowActive(&fixture.window())) return files;
  fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  return files;
}

}  // namespace

class TestWindowExport : public QObject {
  Q_OBJECT

 private slots:
  void a_run_that_met_a_limit_is_saved_as_it_was() {
    WindowFixture fixture;
    fixture.window().openFile(writeFile(fixture.folder(), QStringLiteral("endless.md"), kLimited));
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    const QStringList files = exportAs(fixture, QStringLiteral("Recording"), QStringLiteral("endless.loopline"));
    QCOMPARE(files.size(), 1);
    auto reader = trace::TraceReader::open(files.front().toStdString());
    QVERIFY(reader.ok());
    QCOMPARE(reader.value().runs().size(), std::size_t{1});
    QVERIFY(reader.value().runs().front().state == trace::RunState::limit);
    QVERIFY(reader.value().load(1).value().events.size() >= 3000);
    fixture.window().openFile(files.front());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().windowTitle().contains(QStringLiteral("endless")), 20'000);
  }

  void a_picture_is_written_as_webp() {
    if (!ui::canWriteWebp()) QSKIP("this Qt cannot write WebP");
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    const QStringList files = exportAs(fixture, QStringLiteral("WebP"), QStringLiteral("tasks.webp"));
    QCOMPARE(files.size(), 1);
    QImageReader image(files.front());
    QCOMPARE(image.format(), QByteArray("webp"));
    QVERIFY(image.size().width() > 1000);
    QVERIFY(!image.read().isNull());
  }

  void a_handout_has_prose_code_pictures_and_the_answers_last() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    const QStringList pages = exportAs(fixture, QStringLiteral("Handout (HTML)"), QStringLiteral("tasks.html"));
    QCOMPARE(pages.size(), 1);
    const QString text = fileText(pages.front());
    const qsizetype code = text.indexOf(QStringLiteral("<pre>"));
    const qsizetype picture = text.indexOf(QStringLiteral("data:image/svg+xml;base64,"));
    const qsizetype answers = text.indexOf(QStringLiteral("<h2>Answers</h2>"));
    QVERIFY(code > 0 && picture > code && answers > picture);
    QVERIFY(text.contains(QStringLiteral("asyncio.create_task(")));
    QVERIFY(text.contains(QStringLiteral("Question 1:")));
    const QStringList papers = exportAs(fixture, QStringLiteral("Handout (PDF)"), QStringLiteral("tasks.pdf"));
    QCOMPARE(papers.size(), 1);
    QFile paper(papers.front());
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-" && paper.size() > 30'000);
  }

  // Nothing here is clicked: a lesson is found, stepped through, predicted and exported.
  void the_keyboard_alone_gets_through_a_lesson_a_prediction_and_an_export() {
    WindowFixture fixture;
    openLesson(fixture, kBlockingLesson);
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr, 20'000);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Sequential awaits"));
    QTest::qWait(50);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().windowTitle().startsWith(QStringLiteral("Sequential awaits")), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    fixture.window().findChild<ui::TimelineView*>()->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 3; ++i) fixture.press(Qt::Key_Right);
    QVERIFY2(place(fixture).contains(QStringLiteral(" 3/")), qPrintable(place(fixture)));
    fixture.press(Qt::Key_Home);
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    auto* panel = fixture.window().findChild<ui::PredictPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr && panel->isAncestorOf(QApplication::focusWidget()),
                             20'000);
    fixture.grab(QStringLiteral("keyboard-predict"));
    fixture.press(Qt::Key_1);  // the first choice
    QTest::qWait(20);
    fixture.press(Qt::Key_Return);
    QTest::qWait(20);
    fixture.grab(QStringLiteral("keyboard-predicted"));
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->isVisible(), 20'000);
    // The dialog: Tab to the file, a name, Enter.
    QStringList files;
    inNextDialog([&](QWidget* widget) {
      auto* dialog = qobject_cast<ui::ExportDialog*>(widget);
      const auto isFile = [dialog] {
        const QWidget* focus = dialog->focusWidget();
        return focus != nullptr && focus->accessibleName() == QLatin1String("File");
      };
      for (int i = 0; i < 30 && !isFile(); ++i) {
        QWidget* focus = dialog->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : dialog, Qt::Key_Tab);
      }
      if (isFile()) {
        QWidget* file = dialog->focusWidget();
        QTest::keyClick(file, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(file, fixture.folder() + QStringLiteral("/keys.png"));
        QTest::keyClick(file, Qt::Key_Return);
        for (int i = 0; i < 500 && dialog->written().isEmpty(); ++i) QTest::qWait(20);
        files = dialog->written();
      }
      dialog->grab().save(QStringLiteral(SCREENSHOTS "/keyboard-export.png"));
      QTest::keyClick(dialog, Qt::Key_Escape);
      dialog->close();
    });
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(files, QStringList{fixture.folder() + QStringLiteral("/keys.png")});
    QVERIFY(QFileInfo(files.front()).size() > 5'000);
  }
};

QTEST_MAIN(TestWindowExport)
#include "test_window_export.moc"
