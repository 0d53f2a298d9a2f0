#include "predict/history_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>
#include <utility>

#include "ui_model/prediction_history_model.h"
#include "ui_model/prediction_store.h"

namespace loopline::ui {

HistoryDialog::HistoryDialog(PredictionStore& store, const QString& lesson,
                             std::function<QString(const std::string&)> titleOf, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_model(new PredictionHistoryModel(this)),
      m_scores(new QLabel(this)),
      m_lesson(lesson) {
  setObjectName(QStringLiteral("predictionHistory"));
  setWindowTitle(tr("Your predictions"));
  resize(QSize(820, 460).boundedTo(screen()->availableSize()));
  auto* table = new QTableView(this);
  m_model->setTitles(std::move(titleOf));
  table->setModel(m_model);
  table->setAccessibleName(tr("Your predictions"));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->verticalHeader()->hide();
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(PredictionHistoryModel::kQuestion, QHeaderView::Stretch);
  table->setTabKeyNavigation(false);
  m_scores->setWordWrap(true);
  auto* note = new QLabel(tr("Kept on this computer only, shown to nobody else."), this);
  note->setObjectName(QStringLiteral("quiet"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_export = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
  m_resetLesson = buttons->addButton(tr("Forget this lesson's"), QDialogButtonBox::ResetRole);
  m_resetAll = buttons->addButton(tr("Forget all"), QDialogButtonBox::ResetRole);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(10);
  column->addWidget(m_scores);
  column->addWidget(table, 1);
  column->addWidget(note);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_export, &QPushButton::clicked, this, &HistoryDialog::exportAll);
  connect(m_resetLesson, &QPushButton::clicked, this,
          [this] { reset(m_lesson, tr("Forget what you predicted in this lesson?")); });
  connect(m_resetAll, &QPushButton::clicked, this, [this] { reset({}, tr("Forget all that you predicted?")); });
  connect(&store, &PredictionStore::changed, this, &HistoryDialog::follow);
  follow();
}

void HistoryDialog::follow() {
  m_model->setAnswers(m_store.history());
  const trace::Score all = m_store.total();
  const trace::Score here = m_store.score(m_lesson);
  QString text = all.asked == 0 ? tr("Nothing predicted yet. Ctrl+P asks the first question.")
                                : tr("%1 of %2 right").arg(all.correct).arg(all.asked);
  if (here.asked > 0) text += tr(" · in this lesson %1 of %2").arg(here.correct).arg(here.asked);
  m_scores->setText(text);
  m_export->setEnabled(all.asked > 0);
  m_resetAll->setEnabled(all.asked > 0);
  m_resetLesson->setEnabled(here.asked > 0 && !m_lesson.isEmpty());
}

void HistoryDialog::reset(const QString& lesson, const QString& question) {
  const auto answer = QMessageBox::question(this, tr("Forget predictions"), question,
                                            QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
  if (answer == QMessageBox::Yes) m_store.reset(lesson);
}

void HistoryDialog::exportAll() {
  const QString path = QFileDialog::getSaveFileName(this, tr("Export predictions"),
                                                    QDir::home().filePath(QStringLiteral("predictions.csv")),
                                                    tr("Comma-separated values (*.csv)"));
  if (path.isEmpty()) return;
  const QString problem = m_store.exportTo(path);
  m_scores->setText(problem.isEmpty() ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : problem);
}

}  // namespace loopline::ui
