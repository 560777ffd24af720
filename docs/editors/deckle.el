;;; deckle.el --- Let a talk follow point  -*- lexical-binding: t -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "26.1"))

;;; Commentary:

;; A deckle that presents this file, in another terminal, shows the slide that
;; point is on:
;;
;;     (load "/usr/local/share/deckle/editors/deckle.el")
;;     (add-hook 'markdown-mode-hook #'deckle-follow-mode)
;;
;; or M-x deckle-follow-mode in a buffer.

;;; Code:

(defgroup deckle nil
  "Slides in the terminal."
  :group 'text)

(defcustom deckle-program "deckle"
  "The program that is run, with \"remote line N FILE\" behind it."
  :type 'string)

(defcustom deckle-follow-delay 0.05
  "Seconds without a key before the talk is told where point is."
  :type 'number)

(defvar deckle--timer nil "Tells the talk when no key comes any more.")
(defvar deckle--process nil "The deckle that tells it.")
(defvar deckle--here nil "The line and file that the talk should be at.")
(defvar deckle-follow-mode)
(defvar deckle--told nil "Those that it was told last.")

;; Only one deckle runs at a time; what was passed over meanwhile is not told.
(defun deckle--tell ()
  "Tell the talk where point is, unless it knows."
  (unless (or (process-live-p deckle--process)
              (equal deckle--here deckle--told))
    (setq deckle--told deckle--here
          deckle--process
          (make-process :name "deckle" :buffer nil :noquery t
                        :connection-type 'pipe
                        :command (list deckle-program "remote" "line"
                                       (number-to-string (car deckle--here))
                                       (cdr deckle--here))
                        :sentinel (lambda (_process _event)
                                    (deckle--tell))))))

(defun deckle--idle ()
  "Note where point is, and tell the talk."
  (setq deckle--timer nil)
  (when deckle-follow-mode
    (let ((file (buffer-file-name (buffer-base-buffer))))
      (when (and file (not (file-remote-p file)))
        (setq deckle--here (cons (line-number-at-pos nil t)
                                 (expand-file-name file)))
        (deckle--tell)))))

(defun deckle--moved ()
  "Tell the talk soon."
  (unless deckle--timer
    (setq deckle--timer
          (run-with-idle-timer deckle-follow-delay nil #'deckle--idle))))

(defun deckle--saved ()
  "Tell the talk again: what was saved may be on another slide now."
  (setq deckle--told nil)
  (deckle--moved))

;;;###autoload
(define-minor-mode deckle-follow-mode
  "Let the deckle that presents this file show the slide at point."
  :lighter " Deckle"
  (cond
   (deckle-follow-mode
    (unless (executable-find deckle-program)
      (setq deckle-follow-mode nil)
      (user-error "%s: not found" deckle-program))
    (add-hook 'post-command-hook #'deckle--moved nil t)
    (add-hook 'after-save-hook #'deckle--saved nil t)
    (deckle--moved))
   (t
    (remove-hook 'post-command-hook #'deckle--moved t)
    (remove-hook 'after-save-hook #'deckle--saved t))))

(provide 'deckle)
;;; deckle.el ends here
