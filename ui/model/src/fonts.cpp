#include "ui_model/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <algorithm>

// Outside the namespace, as the macro asks.
static void initResources() {
  Q_INIT_RESOURCE(loopline);
  Q_INIT_RESOURCE(translations);
}

namespace loopline::ui {

namespace {

constexpr double kDesktopPoints = 10;

QFont family(const QString& name, const QString& fallback, QFont::StyleHint hint) {
  QFont font;
  font.setFamilies({name, fallback});
  font.setStyleHint(hint);
  return font;
}
QFont textFamily() { return family("Inter", "DejaVu Sans", QFont::SansSerif); }
QFont codeFamily() { return family("Hack", "DejaVu Sans Mono", QFont::Monospace); }

constexpr const char* kScale = "loopline text scale";

/// A desktop with larger type has everything larger.
double scaled(double points) {
  const double desktop = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
  return (desktop > 0 ? points * desktop / kDesktopPoints : points) * textScale();
}

}  // namespace

void setTextScale(double scale) {
  if (qApp != nullptr) qApp->setProperty(kScale, scale > 0 ? std::clamp(scale, 0.5, 3.0) : 1.0);
}

double textScale() {
  const double scale = qApp != nullptr ? qApp->property(kScale).toDouble() : 1.0;
  return scale > 0 ? scale : 1.0;
}

void loadResources() {
  initResources();
  for (const char* name : {"Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
                           "Hack-Regular.ttf", "Hack-Bold.ttf"}) {
    QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(name));
  }
}

QFont textFont(double points, QFont::Weight weight) {
  QFont font = textFamily();
  font.setPointSizeF(scaled(points));
  font.setWeight(weight);
  return font;
}

QFont codeFont(double points) {
  QFont font = codeFamily();
  font.setPointSizeF(scaled(points));
  return font;
}

QFont textFontPixels(double pixels, QFont::Weight weight) {
  QFont font = textFamily();
  font.setPixelSize(qRound(pixels));
  font.setWeight(weight);
  return font;
}

QFont codeFontPixels(double pixels) {
  QFont font = codeFamily();
  font.setPixelSize(qRound(pixels));
  return font;
}

}  // namespace loopline::ui
