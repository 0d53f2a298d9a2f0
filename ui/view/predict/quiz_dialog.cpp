#include "predict/quiz_dialog.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "style/style_sheet.h"
#include "ui_model/fonts.h"

namespace loopline::ui {

QuizDialog::QuizDialog(const QuizText& quiz, QWidget* parent)
    : QDialog(parent),
      m_quiz(quiz),
      m_choices(new QButtonGroup(this)),
      m_verdict(new QLabel(this)),
      m_check(new QPushButton(tr("Answer"), this)),
      m_deed(new QPushButton(quiz.deed, this)) {
  setObjectName(QStringLiteral("quiz"));
  setWindowTitle(tr("Predict"));
  setMinimumWidth(420);
  auto* ask = new QLabel(quiz.ask, this);
  ask->setWordWrap(true);
  ask->setTextFormat(Qt::RichText);
  ask->setFont(textFont(11, QFont::DemiBold));
  m_verdict->setWordWrap(true);
  m_verdict->setTextFormat(Qt::RichText);
  m_verdict->hide();
  m_deed->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 18, 20, 16);
  column->setSpacing(10);
  column->addWidget(ask);
  for (qsizetype i = 0; i < quiz.choices.size(); ++i) {
    auto* choice = new QRadioButton(quiz.choices[i], this);
    choice->setFont(codeFont(9.5));
    m_choices->addButton(choice, static_cast<int>(i));
    column->addWidget(choice);
  }
  column->addWidget(m_verdict);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(m_check, QDialogButtonBox::ActionRole);
  buttons->addButton(m_deed, QDialogButtonBox::ActionRole);
  markMain(*m_check);
  m_check->setEnabled(false);
  m_check->setDefault(true);
  column->addWidget(buttons);
  connect(m_choices, &QButtonGroup::idClicked, this, [this] { m_check->setEnabled(true); });
  connect(m_check, &QPushButton::clicked, this, &QuizDialog::check);
  connect(m_deed, &QPushButton::clicked, this, [this] {
    m_deedWanted = true;
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void QuizDialog::check() {
  m_right = m_choices->checkedId() == m_quiz.answer;
  const QString answer = m_quiz.choices.value(m_quiz.answer).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
  QString verdict = m_right ? tr("<b>✓ Right.</b>") : tr("<b>✗ Not so.</b> The run says: <code>%1</code>").arg(answer);
  if (!m_quiz.why.isEmpty()) verdict += QStringLiteral("<br>") + m_quiz.why;
  m_verdict->setText(verdict);
  m_verdict->setAccessibleName(m_verdict->text());
  m_verdict->show();
  m_deed->setVisible(!m_quiz.deed.isEmpty());
  m_check->setEnabled(false);
  for (QAbstractButton* choice : m_choices->buttons()) {
    choice->setEnabled(false);
    const int number = m_choices->id(choice);
    if (number == m_quiz.answer) choice->setText(choice->text() + QStringLiteral("  ✓"));
    if (number == m_choices->checkedId() && !m_right) choice->setText(choice->text() + QStringLiteral("  ✗"));
  }
  adjustSize();
}

}  // namespace loopline::ui
