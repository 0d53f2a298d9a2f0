#include "code/code_gutter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <utility>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

constexpr int kBar = 3;
constexpr int kLeast = 30;
constexpr int kSign = 11;              // of a hint
constexpr std::size_t kMostChips = 2;  // on a line; the others are counted
constexpr std::size_t kMostTips = 12;

QFont chipFont() { return codeFont(7.75); }
int chipWidth(const QString& text) { return QFontMetrics(chipFont()).horizontalAdvance(text) + 7; }

}  // namespace

CodeGutter::CodeGutter(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Tasks by line"));
  reset();
}

void CodeGutter::reset() {
  m_lines.clear();
  setFixedWidth(kLeast);
}

int CodeGutter::widthOf(const Line& line) const {
  int width = kBar + 3;
  if (!line.hint.isEmpty() && !line.chips.empty()) width += kSign + 2;
  for (std::size_t i = 0; i < std::min(line.chips.size(), kMostChips); ++i) width += chipWidth(line.chips[i].text) + 2;
  if (const QString rest = restOf(line); !rest.isEmpty()) width += chipWidth(rest);
  return width + 1;
}

// Of the chips for which there is no room.
QString CodeGutter::restOf(const Line& line) const {
  if (line.more) return QStringLiteral("+…");
  if (line.chips.size() <= kMostChips) return {};
  return QStringLiteral("+%1").arg(line.chips.size() - kMostChips);
}

void CodeGutter::setLines(std::vector<Line> lines) {
  if (lines == m_lines) return;
  m_lines = std::move(lines);
  int widest = width();
  for (const Line& line : m_lines) widest = std::max(widest, widthOf(line));
  if (widest != width()) setFixedWidth(widest);
  update();
}

void CodeGutter::setTheme(const Theme& theme) {
  m_theme = &theme;
  update();
}

std::vector<CodeGutter::Placed> CodeGutter::placed() const {
  std::vector<Placed> places;
  for (const Line& line : m_lines) {
    int right = width() - 2;
    const std::size_t shown = std::min(line.chips.size(), kMostChips);
    if (const QString rest = restOf(line); !rest.isEmpty()) right -= chipWidth(rest);
    for (std::size_t i = shown; i-- > 0;) {
      const int width = chipWidth(line.chips[i].text);
      const int height = std::min(line.height - 2, QFontMetrics(chipFont()).height() + 1);
      places.push_back(
          {QRect(right - width, line.top + (line.height - height) / 2, width, height), &line.chips[i], line.number});
      right -= width + 2;
    }
  }
  return places;
}

QRect CodeGutter::hintSign(const Line& line) const {
  return {kBar + 3, line.top + (line.height - kSign) / 2, kSign, kSign};
}

void CodeGutter::paintEvent(QPaintEvent*) {
  if (m_theme == nullptr) return;
  QPainter painter(this);
  painter.fillRect(rect(), m_theme->surface);
  painter.setFont(chipFont());
  for (const Line& line : m_lines) {
    const QColor& ground = line.blocking  ? m_theme->alertBox
                           : line.current ? m_theme->currentLine
                           : line.waiting ? m_theme->suspendedLine
                                          : m_theme->surface;
    const QColor& bar = line.blocking  ? m_theme->blocking
                        : line.current ? m_theme->currentLineMark
                                       : m_theme->suspendedLineMark;
    painter.fillRect(0, line.top, width(), line.height, ground);
    if (line.blocking || line.current || line.waiting) painter.fillRect(0, line.top, kBar, line.height, bar);
    if (line.selected) {  // a frame: it is no state, and states may be under it
      painter.setPen(QPen(m_theme->accent, 1));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(0, line.top, width() - 1, line.height - 1);
    }
    const QString rest = restOf(line);
    painter.setPen(m_theme->quietText);
    painter.drawText(QRect(width() - chipWidth(rest), line.top, chipWidth(rest), line.height), Qt::AlignCenter, rest);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Line& line : m_lines) {
    if (line.hint.isEmpty()) continue;
    const QRectF sign = hintSign(line);
    painter.setPen(QPen(m_theme->warning, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(m_theme->hintBox);
    painter.drawPolygon(QPolygonF{{sign.center().x(), sign.top() + 0.5},
                                  {sign.right() - 0.5, sign.bottom() - 0.5},
                                  {sign.left() + 0.5, sign.bottom() - 0.5}});
    painter.drawLine(QPointF(sign.center().x(), sign.top() + 4), QPointF(sign.center().x(), sign.bottom() - 4));
    painter.drawPoint(QPointF(sign.center().x(), sign.bottom() - 2.2));
  }
  for (const Placed& place : placed()) {
    const TaskColors& colors = m_theme->task(place.chip->color);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(place.chip->strong ? colors.fill : colors.tint);
    painter.drawRoundedRect(QRectF(place.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(place.chip->strong ? colors.fillText : colors.tintText);
    painter.drawText(place.rect, Qt::AlignCenter, place.chip->text);
  }
}

void CodeGutter::mousePressEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  for (const Placed& place : placed()) {
    if (!place.rect.adjusted(-1, -1, 1, 1).contains(at)) continue;
    return place.chip->lane != replay::kNoLane ? emit laneClicked(place.chip->lane)
                                               : emit taskClicked(place.chip->task);
  }
  for (const Line& line : m_lines) {
    if (!line.hint.isEmpty() && hintSign(line).adjusted(-3, -3, 3, 3).contains(at))
      return emit hintClicked(line.number);
  }
  for (const Line& line : m_lines) {
    if (at.y() >= line.top && at.y() < line.top + line.height) return emit lineClicked(line.number);
  }
}

bool CodeGutter::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QStringList tips;
  for (const Line& line : m_lines) {
    if (help->y() < line.top || help->y() >= line.top + line.height) continue;
    if (!line.hint.isEmpty()) tips << line.hint;
    for (std::size_t i = 0; i < std::min(line.chips.size(), kMostTips); ++i) tips << line.chips[i].tip;
    if (line.chips.size() > kMostTips || line.more) tips << tr("… and others");
  }
  QToolTip::showText(help->globalPos(), tips.join(u'\n'), this);
  return true;
}

}  // namespace loopline::ui
