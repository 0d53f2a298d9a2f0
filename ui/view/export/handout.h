// A lesson on paper or as one page for the web: prose, code and questions, the timelines, the answers last.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "view/picture.h"

namespace loopline::lessons {
struct Lesson;
}

namespace loopline::ui {

/// What of a lesson stands on its handout, as HTML.
struct HandoutText {
  QString title, prose;
  QString answers;  ///< empty: there are no questions
};

/// `answers`: of each quiz of the lesson, in order; empty where it is not known.
HandoutText handoutOf(const lessons::Lesson& lesson, const std::vector<QString>& answers);

/// Writes a .html or .pdf file, all of it or nothing; replaces what is there. The pictures are of the runs that
/// `pictures` names, each as large as a page is wide. Empty: written; else why not. On any thread.
QString saveHandout(const QString& path, const HandoutText& text, std::shared_ptr<const Comparison> comparison,
                    const std::vector<PictureOptions>& pictures);

}  // namespace loopline::ui
