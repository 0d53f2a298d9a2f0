#include "widgets/segmented.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace loopline::ui {

namespace {

const char* placeOf(qsizetype index, qsizetype count) {
  if (count == 1) return "only";
  if (index == 0) return "first";
  return index == count - 1 ? "last" : "middle";
}

}  // namespace

Segmented::Segmented(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)) {
  setAccessibleName(name);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (qsizetype i = 0; i < choices.size(); ++i) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("segment"));
    button->setProperty("place", QString::fromLatin1(placeOf(i, choices.size())));
    button->setText(choices[i]);
    button->setCheckable(true);
    button->setAccessibleName(name + QStringLiteral(": ") + choices[i]);
    m_buttons->addButton(button, static_cast<int>(i));
    row->addWidget(button);
  }
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  connect(m_buttons, &QButtonGroup::idClicked, this, &Segmented::chosenByUser);
}

int Segmented::chosen() const { return m_buttons->checkedId(); }

void Segmented::choose(int index) {
  if (QAbstractButton* button = m_buttons->button(index)) button->setChecked(true);
}

void Segmented::setTips(const QStringList& tips) {
  for (qsizetype i = 0; i < tips.size(); ++i) {
    if (QAbstractButton* button = m_buttons->button(static_cast<int>(i))) button->setToolTip(tips[i]);
  }
}

}  // namespace loopline::ui
