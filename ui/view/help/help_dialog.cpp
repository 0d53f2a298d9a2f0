#include "help/help_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "help/sign.h"
#include "ui_model/fonts.h"
#include "ui_model/glossary.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

QLabel* makeText(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  return label;
}

QWidget* scrolled(QWidget* content, const QString& name) {
  auto* area = new QScrollArea;
  area->setWidget(content);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setAccessibleName(name);
  return area;
}

}  // namespace

HelpDialog::HelpDialog(const Theme& theme, QWidget* parent) : QDialog(parent), m_theme(theme) {
  setObjectName(QStringLiteral("keyList"));
  setWindowTitle(tr("Help"));
  const int line = fontMetrics().height();
  const QSize room = parent->size() * 0.94;
  resize(std::min(line * 52, room.width()), std::min(line * 42, room.height()));
  auto* pages = new QTabWidget(this);
  pages->setDocumentMode(true);
  pages->addTab(makeKeys(), tr("Keys"));
  pages->addTab(makeSigns(), tr("Signs"));
  pages->addTab(makeWords(), tr("Words"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(10);
  column->addWidget(pages, 1);
  column->addWidget(buttons);
}

QWidget* HelpDialog::makeKeys() {
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("stateCard"));
  auto* grid = new QGridLayout(page);
  grid->setContentsMargins(12, 12, 12, 12);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(6);
  const std::vector<std::pair<QString, QString>> keys = keyList();
  const int half = static_cast<int>((keys.size() + 1) / 2);
  for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
    auto* key = new QLabel(keys[static_cast<std::size_t>(i)].first);
    key->setFont(codeFont(9.5));
    const int column = i < half ? 0 : 2;
    grid->addWidget(key, i % half, column, Qt::AlignTop);
    grid->addWidget(makeText(keys[static_cast<std::size_t>(i)].second), i % half, column + 1, Qt::AlignTop);
  }
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);
  grid->setRowStretch(half, 1);
  return scrolled(page, tr("Keys"));
}

QWidget* HelpDialog::makeSigns() {
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("stateCard"));
  auto* grid = new QGridLayout(page);
  grid->setContentsMargins(12, 12, 12, 12);
  grid->setHorizontalSpacing(16);
  grid->setVerticalSpacing(8);
  int row = 0;
  for (const SignText& sign : signTexts()) {
    grid->addWidget(new SignView(sign.sign, m_theme), row, 0, Qt::AlignTop);
    grid->addWidget(makeText(sign.text), row++, 1);
  }
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(row, 1);
  return scrolled(page, tr("Signs"));
}

QWidget* HelpDialog::makeWords() {
  auto* whole = new QWidget;
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 8, 0, 0);
  auto* field = new QLineEdit;
  field->setPlaceholderText(tr("Find a word"));
  field->setAccessibleName(tr("Find a word"));
  field->setClearButtonEnabled(true);
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("stateCard"));
  auto* list = new QVBoxLayout(page);
  list->setContentsMargins(12, 8, 12, 12);
  list->setSpacing(8);
  std::vector<QLabel*> entries;
  for (const Term& term : glossary()) {
    auto* label =
        new QLabel(QStringLiteral("<b>%1</b><br>%2").arg(term.word.toHtmlEscaped(), term.meaning.toHtmlEscaped()));
    label->setWordWrap(true);
    label->setAccessibleName(term.word + QStringLiteral(": ") + term.meaning);
    label->setProperty("term", term.word + u' ' + term.meaning);
    list->addWidget(label);
    entries.push_back(label);
  }
  list->addStretch(1);
  connect(field, &QLineEdit::textChanged, this, [entries](const QString& text) {
    for (QLabel* entry : entries) {
      entry->setVisible(entry->property("term").toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
  });
  column->addWidget(field);
  column->addWidget(scrolled(page, tr("Words")), 1);
  return whole;
}

}  // namespace loopline::ui
