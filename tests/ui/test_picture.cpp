#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "lesson_runs.h"
#include "sample_runs.h"
#include "ui_model/fonts.h"
#include "view/picture.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;

namespace {

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Pixels that are not of the ground.
int inked(const QImage& image) {
  int count = 0;
  const QRgb ground = image.pixel(2, 2);
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) != ground;
  }
  return count;
}

}  // namespace

class TestPicture : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::shared_ptr<const Comparison> m_comparison;

  QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
  PictureOptions options() const {
    PictureOptions options;
    options.title = QStringLiteral("Sequential awaits vs create_task");
    options.caption = QStringLiteral("One task waits twice; three tasks wait at the same time.");
    return options;
  }

 private slots:
  void initTestCase() {
    loadResources();
    m_comparison = compare({sequentialRun(), tasksRun()});
  }

  void a_png_has_the_size_that_was_asked_for() {
    PictureOptions wanted = options();
    wanted.width = 1000;
    wanted.scale = 2;
    QCOMPARE(savePicture(path("a.png"), m_comparison, wanted), QString());
    const QImage image(path("a.png"));
    QCOMPARE(image.width(), 2000);
    QCOMPARE(image.height(), int(pictureSize(m_comparison, wanted).height() * 2));
    QCOMPARE(image.text(QStringLiteral("Title")), wanted.title);
    QVERIFY(image.text(QStringLiteral("Description")).contains(QLatin1String("ends at 3.000 s")));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    QVERIFY(inked(image) > 20'000);
  }

  void an_svg_is_well_formed_and_draws_the_same() {
    QCOMPARE(savePicture(path("a.svg"), m_comparison, options()), QString());
    QXmlStreamReader xml(bytesOf(path("a.svg")));
    int shapes = 0, texts = 0;
    while (!xml.atEnd()) {
      if (xml.readNext() != QXmlStreamReader::StartElement) continue;
      shapes += xml.name() == QLatin1String("path") || xml.name() == QLatin1String("polyline");
      texts += xml.name() == QLatin1String("text");
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(shapes > 100);
    QCOMPARE(texts, 0);  // they would look different where Inter is not installed
    QSvgRenderer renderer(path("a.svg"));
    QVERIFY(renderer.isValid());
    const QImage expected = pictureImage(m_comparison, options());
    QCOMPARE(renderer.viewBoxF().size().toSize(), expected.size());
    QImage drawn(expected.size(), QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    double different = 0;
    for (int y = 0; y < drawn.height(); ++y) {
      for (int x = 0; x < drawn.width(); ++x) {
        different += std::abs(qGray(drawn.pixel(x, y)) - qGray(expected.pixel(x, y)));
      }
    }
    QVERIFY(different / (drawn.width() * drawn.height()) < 6.0);
  }

  void nothing_in_an_svg_lies_far_outside() {
    PictureOptions close = options();
    close.view = {200.0, 240.0};
    QCOMPARE(savePicture(path("close.svg"), m_comparison, close), QString());
    const QByteArray svg = bytesOf(path("close.svg"));
    const double width = pictureSize(m_comparison, close).width();
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
      if (xml.readNext() != QXmlStreamReader::StartElement) continue;
      for (const char* name : {"x", "x1", "x2", "cx"}) {
        const auto value = xml.attributes().value(QLatin1String(name));
        if (!value.isEmpty()) QVERIFY(value.toDouble() > -20 && value.toDouble() < width + 20);
      }
    }
  }

  void a_pdf_is_one() {
    QCOMPARE(savePicture(path("a.pdf"), m_comparison, options()), QString());
    const QByteArray pdf = bytesOf(path("a.pdf"));
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page "), 1);
  }

  void the_same_run_gives_the_same_bytes() {
    for (const char* name : {"1.png", "1.svg"}) {
      const QString again = path(name).replace(QLatin1String("1."), QLatin1String("2."));
      QCOMPARE(savePicture(path(name), compare({tasksRun()}), options()), QString());
      QCOMPARE(savePicture(again, compare({tasksRun()}), options()), QString());
      QCOMPARE(bytesOf(path(name)), bytesOf(again));
    }
  }

  void nothing_is_overwritten_unless_told() {
    QFile file(path("mine.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    QVERIFY(savePicture(path("mine.png"), m_comparison, options()).contains(QLatin1String("exists")));
    QCOMPARE(bytesOf(path("mine.png")), QByteArray("precious"));
    QCOMPARE(savePicture(path("mine.png"), m_comparison, options(), true), QString());
    QVERIFY(!QImage(path("mine.png")).isNull());
  }

  void what_cannot_be_written_says_why_and_leaves_nothing() {
    const QString nowhere = m_folder.filePath(QStringLiteral("no/such/folder/a.png"));
    QVERIFY(savePicture(nowhere, m_comparison, options()).contains(nowhere));
    QVERIFY(savePicture(path("a.gif"), m_comparison, options()).contains(QLatin1String(".png, .svg or .pdf")));
    PictureOptions huge = options();
    huge.scale = 100;
    QVERIFY(savePicture(path("huge.png"), m_comparison, huge).contains(QLatin1String("smaller scale")));
    QVERIFY(!QFile::exists(path("huge.png")));
    QVERIFY(pictureImage(m_comparison, huge).isNull());
  }

  void one_run_of_a_comparison_can_be_drawn_alone() {
    PictureOptions alone = options();
    const double both = pictureSize(m_comparison, alone).height();
    alone.run = 1;
    QVERIFY(pictureSize(m_comparison, alone).height() < both - 60);
    QVERIFY(inked(pictureImage(m_comparison, alone)) > 5'000);
  }

  void title_caption_and_legend_can_be_left_out() {
    const double all = pictureSize(m_comparison, options()).height();
    PictureOptions bare = options();
    bare.title.clear();
    bare.caption.clear();
    bare.legend = false;
    QVERIFY(pictureSize(m_comparison, bare).height() < all - 60);
  }

  void the_playhead_is_there_when_asked_for() {
    PictureOptions with = options();
    with.at = m_comparison->stop(replay::Granularity::print, 1);
    const QRgb color = Theme::of(ThemeKind::light).playhead.rgb();
    const auto count = [&](const QImage& image) {
      int found = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) found += image.pixel(x, y) == color;
      }
      return found;
    };
    QCOMPARE(count(pictureImage(m_comparison, options())), 0);
    QVERIFY(count(pictureImage(m_comparison, with)) > 100);
  }

  void every_kind_of_picture_for_people_to_look_at_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("axis");
    const char* themes[] = {"light", "dark", "print"};
    for (const char* lesson : {"30", "40", "50", "60"}) {
      for (int theme = 0; theme < 3; ++theme) {
        QTest::addRow("%s-%s", lesson, themes[theme]) << lesson << theme << (lesson[0] == '6' ? 1 : 0);
      }
    }
  }
  void every_kind_of_picture_for_people_to_look_at() {
    QFETCH(QString, name);
    QFETCH(int, theme);
    QFETCH(int, axis);
    const auto comparison = lessonRuns(qPrintable(name));
    PictureOptions look = options();
    look.theme = ThemeKind(theme);
    look.axis = Axis(axis);
    look.scale = 1.5;
    if (theme == 1)
      look.at = comparison->stop(replay::Granularity::step, comparison->stopCount(replay::Granularity::step) / 2);
    for (const char* ending : {"png", "svg", "pdf"}) {
      const QString file = QStringLiteral(SCREENSHOTS "/picture-%1.%2")
                               .arg(QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(ending));
      QCOMPARE(savePicture(file, comparison, look, true), QString());
    }
  }
};

QTEST_MAIN(TestPicture)
#include "test_picture.moc"
