#include "widgets/text_label.h"

#include <QEvent>
#include <algorithm>

namespace loopline::ui {

namespace {
constexpr int kUsualWidth = 220;
constexpr int kLeastWidth = 60;
}  // namespace

TextLabel::TextLabel(QWidget* parent) : TextLabel(QString(), parent) {}

TextLabel::TextLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
  setWordWrap(true);
  setTextFormat(Qt::RichText);
}

int TextLabel::heightForWidth(int width) const {
  if (width == m_width && text() == m_text) return m_height;
  m_text = text();
  m_width = width;
  m_height = std::max(QLabel::heightForWidth(width), minimumHeight());
  return m_height;
}

QSize TextLabel::sizeHint() const {
  const int wide = m_width > kLeastWidth ? m_width : kUsualWidth;
  return {wide, heightForWidth(wide)};
}

QSize TextLabel::minimumSizeHint() const { return {kLeastWidth, std::max(fontMetrics().height(), minimumHeight())}; }

void TextLabel::changeEvent(QEvent* event) {
  m_width = -1;  // another font or style
  QLabel::changeEvent(event);
}

}  // namespace loopline::ui
