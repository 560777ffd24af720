" SPDX-License-Identifier: MIT
"
" The talk follows the cursor: a deckle that presents this file, in another
" terminal, shows the slide that the cursor is on. For Vim 8 and Neovim.
"
" Source this file, or put it into ~/.vim/plugin or ~/.config/nvim/plugin.
" From then on all Markdown buffers are followed; :DeckleUnfollow ends that,
" and :DeckleFollow begins it again.

if exists('g:loaded_deckle') || !(has('nvim') || has('job'))
  finish
endif
let g:loaded_deckle = 1

" What is run, with 'remote line N FILE' behind it.
let g:deckle_command = get(g:, 'deckle_command', ['deckle'])

let s:here = []      " [line, file] that the talk should be at
let s:told = []      " the one that it was told last
let s:running = 0    " there is a deckle that tells it

function! s:IsDeck() abort
  return &buftype ==# '' && (&filetype ==# 'markdown'
        \ || expand('%:e') =~? '^\(md\|markdown\)$')
endfunction

" Only one deckle runs at a time: lines that were passed over meanwhile are
" not told, so a key that is held does not start a hundred of them.
function! s:Tell() abort
  if s:running || s:here == s:told
    return
  endif
  let s:told = s:here
  let l:words = g:deckle_command
        \ + ['remote', 'line', string(s:told[0]), s:told[1]]
  let s:running = 1
  if has('nvim')
    call jobstart(l:words, {'on_exit': {-> s:Ended()}})
  else
    call job_start(l:words, {'exit_cb': {-> s:Ended()},
          \ 'in_io': 'null', 'out_io': 'null', 'err_io': 'null'})
  endif
endfunction

function! s:Ended() abort
  let s:running = 0
  call s:Tell()
endfunction

function! s:Moved() abort
  if s:IsDeck() && expand('%') !=# ''
    let s:here = [line('.'), expand('%:p')]
    call s:Tell()
  endif
endfunction

" What was saved may have moved to another slide.
function! s:Saved() abort
  let s:told = []
  call s:Moved()
endfunction

function! s:Follow() abort
  if !executable(g:deckle_command[0])
    echohl WarningMsg
    echomsg 'deckle.vim: ' . g:deckle_command[0] . ': not found'
    echohl None
    return
  endif
  augroup deckle
    autocmd!
    autocmd BufEnter,CursorMoved,CursorMovedI * call s:Moved()
    autocmd BufWritePost * call s:Saved()
  augroup END
  call s:Moved()
endfunction

function! s:Unfollow() abort
  augroup deckle
    autocmd!
  augroup END
  let s:told = s:here
endfunction

command! -bar DeckleFollow call s:Follow()
command! -bar DeckleUnfollow call s:Unfollow()

call s:Follow()
