#include "script/syntax/tree.h"

#include "syntax/arena.h"

namespace loopline::script {

Tree::Tree(SourceText source, std::string_view file_name)
    : m_source(std::move(source)), m_file_name(file_name), m_arena(std::make_unique<Arena>()) {}

Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;

}  // namespace loopline::script
