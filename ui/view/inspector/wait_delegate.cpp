#include "inspector/wait_delegate.h"

#include <QPainter>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "ui_model/wait_model.h"

namespace loopline::ui {

void WaitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (m_theme == nullptr) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const int task = index.data(WaitModel::TaskRole).toInt();
  const bool alert = index.data(WaitModel::AlertRole).toBool();
  const bool chosen = task >= 0 && task == m_selectedTask;
  const bool focused = option.state.testFlag(QStyle::State_HasFocus);
  if (chosen || focused) {
    painter->setPen(focused ? QPen(m_theme->focus, 1) : QPen(Qt::NoPen));
    painter->setBrush(chosen ? QBrush(m_theme->selected) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  }
  if (index.data(WaitModel::FreshRole).toBool()) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme->currentLineMark);
    painter->drawRoundedRect(QRectF(option.rect.left(), option.rect.top() + 3, 3, option.rect.height() - 6), 1.5, 1.5);
  }
  QRect text = option.rect.adjusted(6, 0, -2, 0);
  if (task >= 0) {
    const TaskColors& colors = m_theme->task(static_cast<std::size_t>(task));
    painter->setPen(QPen(colors.line, 1));
    painter->setBrush(colors.fill);
    painter->drawEllipse(QRectF(text.left(), text.center().y() - 3, 7, 7));
    text.setLeft(text.left() + 13);
  }
  painter->setFont(codeFont(9));
  painter->setPen(alert ? m_theme->failure : task >= 0 ? m_theme->text : m_theme->quietText);
  painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
  painter->restore();
}

QSize WaitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {option.rect.width(), QFontMetrics(codeFont(9)).height() + 4};
}

}  // namespace loopline::ui
