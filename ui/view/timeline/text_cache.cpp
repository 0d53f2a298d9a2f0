#include "timeline/text_cache.h"

#include <QFontMetricsF>
#include <cmath>

namespace loopline::ui::timeline {

int TextCache::styleOf(const QFont& font) {
  const QStringList families = font.families();
  const bool code = !families.isEmpty() && families.front().startsWith(QLatin1String("Hack"));
  return font.pixelSize() * 4096 + static_cast<int>(font.weight()) * 2 + (code ? 1 : 0);
}

TextCache::Entry& TextCache::entry(const QString& text, const QFont& font) {
  const Key key{text, styleOf(font)};
  if (const auto found = m_entries.find(key); found != m_entries.end()) return *found;
  if (m_entries.size() >= kMost) m_entries.clear();
  return *m_entries.insert(key, {.width = QFontMetricsF(font).horizontalAdvance(text)});
}

const QStaticText& TextCache::laidOut(const QString& text, const QFont& font) {
  Entry& found = entry(text, font);
  if (!found.prepared) {
    found.laidOut.setTextFormat(Qt::PlainText);
    found.laidOut.setText(text);
    found.laidOut.prepare({}, font);
    found.prepared = true;
  }
  return found.laidOut;
}

QString TextCache::fitting(const QString& text, const QFont& font, double room) {
  // Three letters of the smallest label are wider than that.
  if (room < 14 || text.isEmpty()) return {};
  // A thousand times wider than the slice: no need to measure all of it.
  const QString head = text.left(static_cast<qsizetype>(room / 2) + 4);
  const bool whole = head.size() == text.size();
  if (whole && width(text, font) <= room) return text;
  // What comes first says most: "fetch" of "fetch('page', 2)", "select" of "select · 2.000 s".
  qsizetype headEnd = text.indexOf(QStringLiteral(" · "));
  if (headEnd < 0 && text.endsWith(QLatin1Char(')'))) headEnd = text.indexOf(QLatin1Char('('));
  if (headEnd > 0 && width(text.left(headEnd), font) <= room) return text.left(headEnd);
  if (room < font.pixelSize() * 2.5) return {};  // no room for five letters and an ellipsis
  const QFontMetricsF metrics(font);
  const QString cut = metrics.elidedText(whole ? text : head + QStringLiteral("…"), Qt::ElideRight, std::floor(room));
  return cut.size() >= 6 ? cut : QString();
}

}  // namespace loopline::ui::timeline
