#include "widgets/text_label.h"

#include <QEvent>
#include <algorithm>
#include <iterator>

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
  if (const QString now = text(); now != m_text) {
    m_text = now;
    for (Height& known : m_heights) known = {known.width, -1};  // the width in use stays known
  }
  const auto known = std::ranges::find_if(m_heights, [width](const Height& height) { return height.width == width; });
  const bool found = known != m_heights.end() && known->height >= 0;
  const Height height{width, found ? known->height : std::max(QLabel::heightForWidth(width), minimumHeight())};
  std::rotate(m_heights.begin(), known != m_heights.end() ? known : std::prev(m_heights.end()),
              known != m_heights.end() ? std::next(known) : m_heights.end());
  m_heights.front() = height;
  return height.height;
}

QSize TextLabel::sizeHint() const {
  const int wide = m_heights.front().width > kLeastWidth ? m_heights.front().width : kUsualWidth;
  return {wide, heightForWidth(wide)};
}

QSize TextLabel::minimumSizeHint() const { return {kLeastWidth, std::max(fontMetrics().height(), minimumHeight())}; }

void TextLabel::changeEvent(QEvent* event) {
  m_heights.fill({});  // another font or style
  QLabel::changeEvent(event);
}

}  // namespace loopline::ui
