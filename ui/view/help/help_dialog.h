// The help page that `?` shows: keys, signs of the timeline, words.
#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

namespace loopline::ui {

struct Theme;

/// Keys and what they do, in the order of the page.
std::vector<std::pair<QString, QString>> keyList();

class HelpDialog : public QDialog {
  Q_OBJECT

 public:
  HelpDialog(const Theme& theme, QWidget* parent);

 private:
  QWidget* makeKeys();
  QWidget* makeSigns();
  QWidget* makeWords();

  const Theme& m_theme;
};

}  // namespace loopline::ui
