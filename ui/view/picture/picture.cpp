#include "view/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextLayout>
#include <cmath>

#include "timeline/scene.h"
#include "ui_model/fonts.h"
#include "ui_model/lane_names.h"

namespace loopline::ui {

namespace {

using timeline::Density;
using timeline::LaneLayout;
using timeline::Metrics;
using timeline::Scene;

constexpr double kEm = 13;
constexpr double kMargin = 16;
constexpr double kMostPixels = 30'000;  // of a side
constexpr double kDotsPerInch = 96;
constexpr std::size_t kManyLanes = 24;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Picture)
};

double suitableWidth(const TimeScale& scale) {
  if (scale.axis() != Axis::elastic) return 1120;
  return std::clamp(std::round(scale.length() * 0.9) + 220, 760.0, 1600.0);
}

/// Everything about a picture but the painter.
class Picture {
 public:
  Picture(std::shared_ptr<const Comparison> comparison, const PictureOptions& options)
      : m_options(options), m_comparison(*comparison), m_scale(std::move(comparison), options.axis) {
    m_width = options.width > 0 ? std::max(options.width, 240.0) : suitableWidth(m_scale);
    lay(Density::comfortable);
    if (m_layout.laneCount() > kManyLanes) lay(Density::dense);
    m_titleFont = textFontPixels(18, QFont::DemiBold);
    m_captionFont = textFontPixels(12);
    m_top = kMargin / 2 + (options.title.isEmpty() ? 0 : 34);
    m_bottom = m_metrics.axis + (options.legend ? m_metrics.legend : 0);
    m_captionLines = wrapped(options.caption, m_width - 2 * kMargin);
  }

  QSizeF size() const {
    const double caption = m_captionLines.isEmpty() ? 0 : double(m_captionLines.size()) * captionLine() + 8;
    return {m_width, std::ceil(m_top + m_layout.height() + m_bottom + caption + kMargin / 2)};
  }

  void paint(QPainter& painter, bool vector) const {
    const Theme& theme = Theme::of(m_options.theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRect(QRectF(QPointF(0, 0), size()));
    const Scene scene = sceneOf(theme, vector, painter.device()->devicePixelRatioF());
    paintTitle(painter, scene);
    if (m_options.at) timeline::paintSelection(painter, scene, m_options.selection);
    timeline::paintHeadings(painter, scene);
    painter.save();
    if (!vector) painter.setClipRect(scene.plotClip());
    timeline::paintSlices(painter, scene);
    timeline::paintFlows(painter, scene);
    timeline::paintInstants(painter, scene);
    painter.restore();
    const QRectF axis(scene.rows.left(), scene.rows.bottom(), scene.rows.width(), m_metrics.axis);
    timeline::paintAxis(painter, scene, axis);
    if (m_options.legend) {
      const double left = scene.plotLeft();
      timeline::paintFooter(painter, scene, QRectF(left, axis.bottom(), scene.plotRight() - left, m_metrics.legend));
    }
    if (m_options.at) {
      timeline::paintNearFlows(painter, scene, m_options.selection, *m_options.at);
      timeline::paintStates(painter, scene, *m_options.at);
      timeline::paintPlayhead(painter, scene, *m_options.at, scene.rows.top() + 2, axis.top() + 6, true);
    }
    paintCaption(painter, scene, axis.top() + m_bottom);
  }

  /// For those who cannot see it.
  QString description() const {
    QStringList parts;
    for (int run = 0; run < m_comparison.runCount(); ++run) {
      if (m_options.run >= 0 && m_options.run != run) continue;
      parts << QStringLiteral("%1: %2").arg(runTitle(m_comparison, run), runSummary(m_comparison, run));
    }
    if (m_options.run < 0 && m_comparison.runCount() > 1) parts << differenceText(m_comparison);
    if (!m_options.caption.isEmpty()) parts << m_options.caption;
    return parts.join(QStringLiteral(". "));
  }

 private:
  void lay(Density density) {
    m_metrics = Metrics::of(kEm, density);
    m_layout = LaneLayout(m_comparison, m_scale, m_metrics,
                          {.onlyRun = m_options.run,
                           .counters = m_options.counters,
                           .width = m_width,
                           .subRows = density != Density::dense});
  }

  Scene sceneOf(const Theme& theme, bool vector, double ratio) const {
    Scene scene{.comparison = m_comparison,
                .scale = m_scale,
                .layout = m_layout,
                .metrics = m_metrics,
                .theme = theme,
                .texts = m_texts,
                .rows = QRectF(0, m_top, m_width, m_layout.height()),
                .vector = vector,
                .deviceRatio = vector ? 2 : ratio};
    const timeline::Range whole = timeline::fitted(m_scale, scene.plotRight() - scene.plotLeft());
    scene.x0 = m_options.view ? m_options.view->first : whole.x0;
    scene.x1 = m_options.view ? m_options.view->second : whole.x1;
    if (scene.x1 - scene.x0 < m_scale.closest()) scene.x1 = scene.x0 + m_scale.closest();
    return scene;
  }

  void paintTitle(QPainter& painter, const Scene& scene) const {
    const QRectF box(kEm, kMargin / 2, m_width - 2 * kEm, 30);
    timeline::drawText(painter, scene, box, timeline::fitting(scene, m_options.title, m_titleFont, box.width()),
                       m_titleFont, scene.theme.text);
  }

  void paintCaption(QPainter& painter, const Scene& scene, double y) const {
    y += 4;
    for (const QString& line : m_captionLines) {
      timeline::drawText(painter, scene, QRectF(kMargin, y, m_width - 2 * kMargin, captionLine()), line, m_captionFont,
                         scene.theme.quietText);
      y += captionLine();
    }
  }

  double captionLine() const { return std::ceil(QFontMetricsF(m_captionFont).lineSpacing()); }

  QStringList wrapped(const QString& text, double width) const {
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
      QTextLayout layout(paragraph, m_captionFont);
      layout.beginLayout();
      for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
      }
      layout.endLayout();
    }
    return lines;
  }

  PictureOptions m_options;
  const Comparison& m_comparison;
  TimeScale m_scale;  // keeps the comparison
  Metrics m_metrics;
  LaneLayout m_layout;
  mutable timeline::TextCache m_texts;
  QFont m_titleFont, m_captionFont;
  QStringList m_captionLines;
  double m_width = 0, m_top = 0, m_bottom = 0;
};

QImage imageOf(const Picture& picture, double scale) {
  const QSizeF size = picture.size() * scale;
  if (size.width() > kMostPixels || size.height() > kMostPixels) return {};
  QImage image(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())),
               QImage::Format_RGB32);
  if (image.isNull()) return {};
  image.setDevicePixelRatio(scale);
  const int dots = qRound(kDotsPerInch * scale / 0.0254);
  image.setDotsPerMeterX(dots);
  image.setDotsPerMeterY(dots);
  image.fill(Qt::white);
  QPainter painter(&image);
  picture.paint(painter, false);
  return image;
}

bool writePng(QIODevice& device, const Picture& picture, const PictureOptions& options) {
  QImage image = imageOf(picture, options.scale);
  if (image.isNull()) return false;
  image.setText(QStringLiteral("Title"), options.title);
  image.setText(QStringLiteral("Description"), picture.description());
  return image.save(&device, "PNG");
}

bool writeWebp(QIODevice& device, const Picture& picture, const PictureOptions& options) {
  const QImage image = imageOf(picture, options.scale);
  return !image.isNull() && image.save(&device, "WEBP", 100);  // 100: nothing is lost
}

bool writeSvg(QIODevice& device, const Picture& picture, const PictureOptions& options) {
  QSvgGenerator generator;
  generator.setOutputDevice(&device);
  generator.setResolution(int(kDotsPerInch));
  generator.setSize(picture.size().toSize());
  generator.setViewBox(QRectF(QPointF(0, 0), picture.size()));
  generator.setTitle(options.title);
  generator.setDescription(picture.description());
  QPainter painter;
  if (!painter.begin(&generator)) return false;
  picture.paint(painter, true);
  return painter.end();
}

bool writePdf(QIODevice& device, const Picture& picture, const PictureOptions& options) {
  QPdfWriter writer(&device);
  const QSizeF size = picture.size();
  writer.setResolution(int(kDotsPerInch));
  writer.setPageSize(QPageSize(size * (72 / kDotsPerInch), QPageSize::Point, {}, QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF());
  writer.setTitle(options.title);
  writer.setCreator(QStringLiteral("Loopline"));
  QPainter painter;
  if (!painter.begin(&writer)) return false;
  picture.paint(painter, true);
  return painter.end();
}

}  // namespace

bool canWriteWebp() { return QImageWriter::supportedImageFormats().contains("webp"); }

QSizeF pictureSize(std::shared_ptr<const Comparison> comparison, const PictureOptions& options) {
  return Picture(std::move(comparison), options).size();
}

void paintPicture(QPainter& painter, std::shared_ptr<const Comparison> comparison, const PictureOptions& options,
                  bool vector) {
  Picture(std::move(comparison), options).paint(painter, vector);
}

QImage pictureImage(std::shared_ptr<const Comparison> comparison, const PictureOptions& options) {
  return imageOf(Picture(std::move(comparison), options), options.scale);
}

QString savePicture(const QString& path, std::shared_ptr<const Comparison> comparison, const PictureOptions& options,
                    bool overwrite) {
  const QString kind = QFileInfo(path).suffix().toLower();
  const bool webp = kind == QLatin1String("webp");
  if (kind != QLatin1String("png") && kind != QLatin1String("svg") && kind != QLatin1String("pdf") &&
      !(webp && canWriteWebp())) {
    return Words::tr("A picture is a .png, .svg or .pdf file; %1 is none of these.").arg(path);
  }
  if (!overwrite && QFileInfo::exists(path)) return Words::tr("%1 exists already. Choose another name.").arg(path);
  const Picture picture(std::move(comparison), options);
  const QSizeF size = picture.size() * (webp || kind == QLatin1String("png") ? options.scale : 1.0);
  if (size.width() > kMostPixels || size.height() > kMostPixels || options.scale <= 0) {
    return Words::tr("The picture would be %1 × %2 pixels. Choose a smaller scale, or only what is in view.")
        .arg(size.width(), 0, 'f', 0)
        .arg(size.height(), 0, 'f', 0);
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  const bool drawn = webp                           ? writeWebp(buffer, picture, options)
                     : kind == QLatin1String("png") ? writePng(buffer, picture, options)
                     : kind == QLatin1String("svg") ? writeSvg(buffer, picture, options)
                                                    : writePdf(buffer, picture, options);
  if (!drawn) return Words::tr("There is not enough memory for a picture of this size. Choose a smaller scale.");
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
    return Words::tr("%1 cannot be written: %2.").arg(path, file.errorString());
  }
  return {};
}

}  // namespace loopline::ui
