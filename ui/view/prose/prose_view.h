// A lesson's text. Links to its scenarios and quizzes are told to the window; pictures beside a file are shown.
#pragma once

#include <QTextBrowser>

#include "lessons/lesson.h"

namespace loopline::ui {

struct Theme;

class ProseView : public QTextBrowser {
  Q_OBJECT

 public:
  explicit ProseView(QWidget* parent = nullptr);

  /// `folder`: where relative pictures lie; empty: nowhere.
  void setLesson(const lessons::Lesson& lesson, const QString& folder);
  void setMessage(const QString& html);
  void setTheme(const Theme& theme);

 signals:
  void scenarioWanted(const QString& name);
  void quizWanted(int number);  ///< from 0
  void linkRefused(const QString& message);

 protected:
  QVariant loadResource(int type, const QUrl& name) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void follow(const QUrl& url);
  void render();

  QString m_html;
  QString m_folder;
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
