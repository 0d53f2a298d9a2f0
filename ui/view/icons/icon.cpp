#include "view/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <vector>

#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

/// Draws the file at whatever size is asked for, its black replaced.
class SvgIconEngine : public QIconEngine {
 public:
  SvgIconEngine(const QString& name, const QColor& normal, const QColor& disabled)
      : m_name(name), m_normal(normal), m_disabled(disabled) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap drawn = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), drawn);
  }
  // Buttons are painted often, and reading the drawing takes longer than drawing it.
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    for (const Drawn& each : m_drawn) {
      if (each.pixmap.size() == size && each.disabled == (mode == QIcon::Disabled)) return each.pixmap;
    }
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    render(painter, QRect(QPoint(), size), mode);
    painter.end();
    if (m_drawn.size() >= kMostDrawn) m_drawn.clear();
    m_drawn.push_back({pixmap, mode == QIcon::Disabled});
    return pixmap;
  }
  QIconEngine* clone() const override { return new SvgIconEngine(*this); }

 private:
  struct Drawn {
    QPixmap pixmap;
    bool disabled;
  };
  static constexpr std::size_t kMostDrawn = 8;

  void render(QPainter& painter, const QRect& rect, QIcon::Mode mode) const {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) return;
    QByteArray svg = file.readAll();
    svg.replace("#000", (mode == QIcon::Disabled ? m_disabled : m_normal).name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(&painter, QRectF(rect));
  }

  QString m_name;
  QColor m_normal, m_disabled;
  std::vector<Drawn> m_drawn;
};

}  // namespace

QIcon themedIcon(const QString& name, const Theme& theme) {
  return QIcon(new SvgIconEngine(name, theme.text, theme.quietText));
}
QIcon themedIcon(const QString& name, const QColor& color) { return QIcon(new SvgIconEngine(name, color, color)); }

}  // namespace loopline::ui
