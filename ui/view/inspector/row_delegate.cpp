#include "inspector/row_delegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <algorithm>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

constexpr int kChipPad = 7;

Row::Look lookOf(const QModelIndex& index) { return static_cast<Row::Look>(index.data(RowsModel::LookRole).toInt()); }

QFont fontOf(RowsView::Style style, Row::Look look) {
  if (look == Row::Look::heading) return codeFont(8.5);
  if (look == Row::Look::quiet) return textFont(9);
  return style == RowsView::Style::lines || style == RowsView::Style::sentences ? textFont(9.5) : codeFont(9);
}

void drawElided(QPainter* painter, const QRect& rect, const QString& text) {
  painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

QString chipText(const QModelIndex& index) {
  const QString detail = index.data(RowsModel::DetailRole).toString();
  const QString text = index.data().toString();
  return detail.isEmpty() ? text : text + QStringLiteral(" · ") + detail;
}

}  // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (m_theme == nullptr) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const int task = index.data(RowsModel::TaskRole).toInt();
  const auto selection = index.data(RowsModel::SelectionRole).value<Selection>();
  const bool same = selection.what != Selection::What::nothing && selection == m_selection;
  const bool ofTask = selection.what != Selection::What::lane;
  const bool chosen = same || (ofTask && task >= 0 && task == m_selectedTask);
  const bool focused = option.state.testFlag(QStyle::State_HasFocus);
  const bool row = wraps() || (same && m_style == RowsView::Style::table);
  if (m_style != RowsView::Style::chips && (focused || (chosen && row))) {
    painter->setPen(focused ? QPen(m_theme->focus, 1) : QPen(Qt::NoPen));
    painter->setBrush(m_style == RowsView::Style::console ? QBrush(Qt::NoBrush) : QBrush(m_theme->selected));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  }
  if (index.data(RowsModel::FreshRole).toBool()) {  // changed with the last step
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme->currentLineMark);
    painter->drawRoundedRect(QRectF(option.rect.left(), option.rect.top() + 3, 3, option.rect.height() - 6), 1.5, 1.5);
  }
  painter->setFont(fontOf(m_style, lookOf(index)));
  switch (m_style) {
    case RowsView::Style::chips: paintChip(painter, option.rect, index, chosen || focused); break;
    case RowsView::Style::table: paintTable(painter, option.rect, index); break;
    case RowsView::Style::sentences:
    case RowsView::Style::lines: paintLine(painter, option.rect, index); break;
    case RowsView::Style::console: paintConsole(painter, option.rect, index); break;
  }
  painter->restore();
}

void RowDelegate::paintChip(QPainter* painter, const QRect& rect, const QModelIndex& index, bool strong) const {
  const Row::Look look = lookOf(index);
  if (look == Row::Look::quiet) {
    painter->setPen(m_theme->quietText);
    return drawElided(painter, rect, index.data().toString());
  }
  const int task = index.data(RowsModel::TaskRole).toInt();
  const QString text = chipText(index);
  QRect chip = rect.adjusted(5, 2, 0, -2);
  chip.setWidth(std::min(chip.width() - 1, painter->fontMetrics().horizontalAdvance(text) + 2 * kChipPad));
  QColor line = m_theme->border;
  QColor fill = m_theme->hover;
  QColor ink = m_theme->text;
  if (look == Row::Look::alert) {
    line = m_theme->alertBoxBorder;
    fill = m_theme->alertBox;
    ink = m_theme->alertText;
  } else if (task >= 0) {
    const TaskColors& colors = m_theme->task(static_cast<std::size_t>(task));
    line = colors.line;
    fill = strong ? colors.fill : colors.tint;
    ink = strong ? colors.fillText : colors.tintText;
  }
  painter->setPen(QPen(line, 1));
  painter->setBrush(fill);
  painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  painter->setPen(ink);
  drawElided(painter, chip.adjusted(kChipPad, 0, -kChipPad + 2, 0), text);
}

void RowDelegate::paintTable(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
  const QString text = index.data().toString();
  const QString detail = index.data(RowsModel::DetailRole).toString();
  const Row::Look look = lookOf(index);
  const QRect inner = rect.adjusted(6, 0, -4, 0);
  if (look == Row::Look::heading || look == Row::Look::quiet) {
    painter->setPen(m_theme->quietText);
    return drawElided(painter, inner, detail.isEmpty() ? text : text + QStringLiteral(" · ") + detail);
  }
  if (index.data(RowsModel::FreshRole).toBool()) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme->currentLine);
    painter->drawRoundedRect(QRectF(rect).adjusted(0, 0.5, 0, -0.5), 3, 3);
  }
  painter->setPen(m_theme->text);
  const int wanted = painter->fontMetrics().horizontalAdvance(text);
  const int name = std::min(wanted, inner.width() / 2);
  drawElided(painter, QRect(inner.left(), inner.top(), name + 1, inner.height()), text);
  painter->setPen(m_theme->quietText);
  const QString equals = QStringLiteral(" = ");
  const int sign = painter->fontMetrics().horizontalAdvance(equals);
  painter->drawText(QRect(inner.left() + name, inner.top(), sign + 1, inner.height()), Qt::AlignVCenter, equals);
  painter->setPen(m_theme->text);
  drawElided(painter, inner.adjusted(name + sign, 0, 0, 0), detail);
}

// The name in bold; what there is to say of it behind it, or below where that takes more room.
RowDelegate::LineParts RowDelegate::lineParts(int width, const QModelIndex& index) const {
  LineParts parts;
  const QString text = index.data().toString();
  const QString detail = index.data(RowsModel::DetailRole).toString();
  const bool plain = m_style == RowsView::Style::sentences || lookOf(index) == Row::Look::quiet;
  parts.nameFont = plain ? fontOf(m_style, lookOf(index)) : textFont(9.5, QFont::DemiBold);
  parts.detailFont = plain ? parts.nameFont : textFont(9.5);
  const QFontMetrics name(parts.nameFont), more(parts.detailFont);
  constexpr int kFlags = Qt::TextWordWrap | Qt::TextWrapAnywhere;
  const int advance = name.horizontalAdvance(text) + (detail.isEmpty() ? 0 : 8);
  if (advance + more.horizontalAdvance(detail) <= width) {
    parts.name = QRect(0, 0, width, name.height());
    parts.detail = QRect(advance, 0, width - advance, name.height());
    parts.height = name.height();
    return parts;
  }
  parts.name = QRect(0, 0, width, name.boundingRect(0, 0, width, 10'000, kFlags, text).height());
  parts.height = parts.name.height();
  if (detail.isEmpty()) return parts;
  const int indent = std::min(8, width / 8);
  const int height = more.boundingRect(0, 0, width - indent, 10'000, kFlags, detail).height();
  parts.detail = QRect(indent, parts.height, width - indent, height);
  parts.height += height;
  return parts;
}

void RowDelegate::paintLine(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
  const QRect inner = rect.adjusted(6, 2, -4, -2);
  const LineParts parts = lineParts(inner.width(), index);
  const Row::Look look = lookOf(index);
  constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;
  painter->setFont(parts.nameFont);
  painter->setPen(look == Row::Look::quiet   ? m_theme->quietText
                  : look == Row::Look::alert ? m_theme->failure
                                             : m_theme->text);
  painter->drawText(parts.name.translated(inner.topLeft()), kFlags, index.data().toString());
  painter->setFont(parts.detailFont);
  painter->setPen(m_theme->quietText);
  painter->drawText(parts.detail.translated(inner.topLeft()), kFlags, index.data(RowsModel::DetailRole).toString());
}

void RowDelegate::paintConsole(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
  const QRect inner = rect.adjusted(8, 0, -8, 0);
  const QString time = index.data(RowsModel::DetailRole).toString();
  const Row::Look look = lookOf(index);
  painter->setPen(m_theme->consoleQuiet);
  int left = 0;
  if (!time.isEmpty()) {
    painter->setFont(codeFont(8.5));
    drawElided(painter, inner, time);
    left = painter->fontMetrics().horizontalAdvance(time) + 8;
  }
  painter->setFont(codeFont(9));
  if (look != Row::Look::quiet)
    painter->setPen(look == Row::Look::error ? m_theme->consoleError : m_theme->consoleText);
  const QString text = index.data().toString();
  drawElided(painter, inner.adjusted(left, 0, 0, 0), look == Row::Look::error ? QStringLiteral("! ") + text : text);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (wraps()) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {width, lineParts(std::max(width - 10, 60), index).height + 4};
  }
  const int text = QFontMetrics(fontOf(m_style, lookOf(index))).height();
  const int spare = m_style == RowsView::Style::chips ? 8 : m_style == RowsView::Style::console ? 3 : 4;
  return {option.rect.width(), text + spare};
}

}  // namespace loopline::ui
