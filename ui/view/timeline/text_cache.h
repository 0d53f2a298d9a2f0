// Texts that were measured and laid out before: shaping them anew would take most of a frame.
#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>
#include <QString>

namespace loopline::ui::timeline {

/// Belongs to one thread. Forgets everything when it has grown large.
class TextCache {
 public:
  double width(const QString& text, const QFont& font) { return entry(text, font).width; }
  /// To be drawn with its top left corner at a point.
  const QStaticText& laidOut(const QString& text, const QFont& font);
  /// The text, what says most of it, or it cut with an ellipsis; empty where not even that fits.
  QString fitting(const QString& text, const QFont& font, double width);

 private:
  struct Key {
    QString text;
    int style = 0;  // of the font: size, weight and whether it is the one for code
    bool operator==(const Key&) const = default;
    friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.text, key.style); }
  };
  struct Entry {
    double width = 0;
    QStaticText laidOut = {};
    bool prepared = false;
  };

  static int styleOf(const QFont& font);
  Entry& entry(const QString& text, const QFont& font);

  static constexpr qsizetype kMost = 20'000;
  QHash<Key, Entry> m_entries;
};

}  // namespace loopline::ui::timeline
