#include "view/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

/// Draws the file at whatever size is asked for, its black replaced.
class SvgIconEngine : public QIconEngine {
 public:
  SvgIconEngine(const QString& name, const QColor& normal, const QColor& disabled)
      : m_name(name), m_normal(normal), m_disabled(disabled) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) return;
    QByteArray svg = file.readAll();
    svg.replace("#000", (mode == QIcon::Disabled ? m_disabled : m_normal).name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(painter, QRectF(rect));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new SvgIconEngine(*this); }

 private:
  QString m_name;
  QColor m_normal, m_disabled;
};

}  // namespace

QIcon themedIcon(const QString& name, const Theme& theme) {
  return QIcon(new SvgIconEngine(name, theme.text, theme.quietText));
}
QIcon themedIcon(const QString& name, const QColor& color) { return QIcon(new SvgIconEngine(name, color, color)); }

}  // namespace loopline::ui
