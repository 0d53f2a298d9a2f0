#include "transport/jump_popup.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui_model/fonts.h"
#include "ui_model/jump.h"
#include "ui_model/playhead.h"

namespace loopline::ui {

JumpPopup::JumpPopup(PlaybackController& playback, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_playback(playback), m_field(new QLineEdit(this)), m_help(new QLabel(this)) {
  setObjectName(QStringLiteral("card"));
  setAttribute(Qt::WA_StyledBackground);
  m_field->setAccessibleName(tr("Go to a time, step, event or line"));
  m_field->setFont(codeFont(9.5));
  m_field->setMinimumWidth(230);
  m_help->setTextFormat(Qt::RichText);
  m_help->setWordWrap(true);
  m_help->setFont(textFont(9));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(6);
  auto* title = new QLabel(tr("Go to"), this);
  title->setFont(textFont(10, QFont::DemiBold));
  title->setBuddy(m_field);
  column->addWidget(title);
  column->addWidget(m_field);
  column->addWidget(m_help);
  connect(m_field, &QLineEdit::returnPressed, this, &JumpPopup::go);
}

void JumpPopup::openAt(const QWidget& anchor) {
  m_help->setText(
      tr("<code>1.5 s</code> a time · <code>21</code> a step · <code>line 8</code> the next run of a line · "
         "<code>#120</code> an event"));
  m_field->clear();
  adjustSize();
  const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width(), 0));
  move(corner.x() - width(), corner.y() - height() - 8);
  show();
  m_field->setFocus();
}

void JumpPopup::go() {
  const std::optional<Jump> jump = parseJump(m_field->text());
  const QString problem = jump ? jumpTo(m_playback, *jump) : tr("That is no time, step, event or line.");
  if (problem.isEmpty()) {
    close();
    return;
  }
  m_help->setText(problem.toHtmlEscaped());
  m_help->setAccessibleName(problem);
  m_field->selectAll();
  const QPoint bottom(x(), y() + height());
  adjustSize();
  move(bottom.x(), bottom.y() - height());
}

}  // namespace loopline::ui
