#include "timeline/lane_finder.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace loopline::ui::timeline {

LaneFinder::LaneFinder(QWidget* parent)
    : QWidget(parent),
      m_field(new QLineEdit(this)),
      m_only(new QCheckBox(tr("Only these"), this)),
      m_count(new QLabel(this)) {
  setObjectName(QStringLiteral("laneFinder"));
  setAttribute(Qt::WA_StyledBackground);
  m_field->setObjectName(QStringLiteral("laneField"));
  m_field->setPlaceholderText(tr("Find a task by its name or call"));
  m_field->setAccessibleName(tr("Find a task"));
  m_field->setClearButtonEnabled(true);
  m_field->setMaximumWidth(320);
  m_field->installEventFilter(this);
  m_count->setObjectName(QStringLiteral("quiet"));
  m_only->setToolTip(tr("Leave out the lanes of all other tasks"));
  auto* close = new QPushButton(tr("Close"), this);
  close->setProperty("flat", true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 5, 12, 5);
  row->addWidget(m_field, 1);
  row->addWidget(m_count);
  row->addWidget(m_only);
  row->addStretch(1);
  row->addWidget(close);
  connect(m_field, &QLineEdit::textChanged, this, &LaneFinder::changed);
  connect(m_only, &QCheckBox::toggled, this, &LaneFinder::changed);
  connect(close, &QPushButton::clicked, this, &LaneFinder::finish);
  hide();
}

void LaneFinder::begin() {
  show();
  m_field->setFocus(Qt::ShortcutFocusReason);
  m_field->selectAll();
  emit changed();
}

void LaneFinder::finish() {
  hide();
  emit closed();
}

QString LaneFinder::text() const { return isHidden() ? QString() : m_field->text().trimmed(); }
bool LaneFinder::onlyMatches() const { return m_only->isChecked(); }

void LaneFinder::showCount(std::size_t place, std::size_t count) {
  if (text().isEmpty()) return m_count->clear();
  m_count->setText(count == 0   ? tr("no such task")
                   : place == 0 ? tr("%L1 found").arg(count)
                                : tr("%L1 of %L2").arg(place).arg(count));
  m_count->setAccessibleName(m_count->text());
}

bool LaneFinder::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  if (type != QEvent::KeyPress && type != QEvent::ShortcutOverride) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (type == QEvent::ShortcutOverride) {
    if (key->key() == Qt::Key_Escape) event->accept();
    return false;
  }
  switch (key->key()) {
    case Qt::Key_Escape: finish(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit stepWanted(key->modifiers() & Qt::ShiftModifier ? -1 : 1); return true;
    case Qt::Key_Down: emit stepWanted(1); return true;
    case Qt::Key_Up: emit stepWanted(-1); return true;
    default: return false;
  }
}

}  // namespace loopline::ui::timeline
